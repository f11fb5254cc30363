import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium';
import { needsProgram } from '../support/programs';
import { ROOT } from './support/node-red';

/** A file for a picture of what the test sees; none is taken without it. */
const PICTURE = process.env.PRON_TEST_PICTURE;

const flow = JSON.parse(readFileSync(join(ROOT, 'examples', 'practice.json'), 'utf8')) as readonly Record<string, string>[];
const PAGE = flow.find(({ type }) => type === 'template')?.template ?? '';

const WORDS = [['날씨가', 96.4], ['참', 74], ['<b>좋네요</b>', 51.2], ['오늘', 12.6]].map(([text, score], i) => ({
  text, score, startMs: 300 * i, endMs: 300 * (i + 1),
}));
const SCORED = {
  verdict: 'scored', value: 71.6, tier: { from: 70, name: 'good', colour: 'yellow' }, message: 'Good for a learner.',
  frames: { hopMs: 40, startMs: 0, distance: [0.1, 0.2, 1.9] }, words: WORDS,
};

describe('the practice page', function () {
  this.timeout(120_000);
  let server: Server;
  let browser: Browser;
  let page: Page;
  let result: object = { count: 0 };

  before(async function () {
    needsProgram(this, 'chromium');
    server = createServer((request, response) => {
      const isData = request.url === '/practice/data';
      response.setHeader('content-type', isData ? 'application/json' : 'text/html; charset=utf-8');
      response.end(isData ? JSON.stringify(result) : PAGE);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 400, height: 800 } });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/practice`);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** What the page shows as the newest result. */
  async function show(shown: Readonly<Record<string, unknown>>, value: string): Promise<void> {
    result = shown;
    await page.waitForFunction((expected) => document.getElementById('value')?.textContent === expected, value);
  }

  it('shows each word with its score, in the colour of the score', async () => {
    await show({ count: 1, name: 'ko-correct', text: 'not this', score: SCORED }, '72');
    const words = await page.$$eval('#text .word', (spans) => spans.map((span) => [span.className, span.firstChild?.textContent, span.querySelector('small')?.textContent]));
    assert.deepEqual(words, [
      ['word green', '날씨가', '96'],
      ['word yellow', '참', '74'],
      ['word orange', '<b>좋네요</b>', '51'],
      ['word red', '오늘', '13'],
    ]);
    assert.ok(!(await page.textContent('#text'))?.includes('not this'));
    if (PICTURE) await page.screenshot({ path: PICTURE });
  });

  it('shows the sentence alone where there are no words, and none of a recording that was refused', async () => {
    await show({ count: 2, text: 'a sentence', score: { ...SCORED, value: 50, words: undefined } }, '50');
    assert.equal(await page.textContent('#text'), 'a sentence');
    await show({ count: 3, text: 'a sentence', score: { ...SCORED, verdict: 'wrong-sentence', value: null, tier: null } }, '–');
    assert.equal(await page.textContent('#text'), 'a sentence');
    assert.equal(await page.$$eval('.word', (spans) => spans.length), 0);
  });
});
