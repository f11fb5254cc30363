import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { toJson } from '../../../page/src/progress/export/json';
import type { openProgress } from '../../../page/src/progress/progress';
import type { Store } from '../../../page/src/progress/store';
import { launchChromium } from '../../support/chromium';
import { needsProgram } from '../../support/programs';
import { progressScript } from './in-browser';
import { manyTries, noon, result, tried } from './some-results';

/** What the script gives the page. */
declare const progress: { readonly openProgress: typeof openProgress; readonly indexedDbStore: (database: string) => Promise<Store> };

const MOST_MS = 50;

describe('The progress in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  let page: Page;

  before(async function () {
    needsProgram(this, 'chromium');
    browser = await launchChromium();
    const script = await progressScript();
    const context = await browser.newContext();
    await context.route('http://localhost/', (route) => route.fulfill({ contentType: 'text/html', body: '<script src="progress.js"></script>' }));
    await context.route('http://localhost/progress.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
    page = await context.newPage();
    await page.goto('http://localhost/');
  });
  after(() => browser?.close());

  it('is there after a reload, and in another tab, which adds to it', async () => {
    const add = async (more: Parameters<typeof tried>[0], where: Page): Promise<void> =>
      where.evaluate(async (one) => (await progress.openProgress(await progress.indexedDbStore('one'))).add(one), tried(more));
    await add({ points: 60 }, page);
    await page.reload();
    const other = await page.context().newPage();
    await other.goto('http://localhost/');
    await Promise.all([add({ points: 80 }, other), add({ points: 70 }, page)]);
    const [day, points] = await page.evaluate(async () => {
      const opened = await progress.openProgress(await progress.indexedDbStore('one'));
      return [opened.summary().days.get('2026-12-02'), (await opened.of('ko', '물 한 잔 주세요')).map((one) => one.points)] as const;
    });
    assert.deepEqual([day?.tries, day?.sum, day?.best], [3, 210, 80]);
    assert.deepEqual([...points].sort(), [60, 70, 80]);
    await other.close();
  });

  it(`opens, adds and sums up within ${MOST_MS} ms when it holds 10,000 results, and deletes them all`, async () => {
    const file = await toJson(manyTries(10_000).map((one) => result(one)));
    const added = await page.evaluate(async (text) => (await progress.openProgress(await progress.indexedDbStore('many'))).import(text), file);
    assert.equal(added.added, 10_000);
    await page.reload();
    const now = noon('2026-06-01');
    const tries = Array.from({ length: 7 }, (_, i) => tried({ when: now + 1000 * i }));
    const measured = await page.evaluate(async ({ tries: more, now: when }) => {
      const times: Record<string, number[]> = {};
      for (const one of more) {
        let opened: Awaited<ReturnType<typeof openProgress>>;
        for (const [name, run] of [
          ['open', async () => (opened = await progress.openProgress(await progress.indexedDbStore('many')))],
          ['add', () => opened.add(one)],
          ['review', () => opened.review('ko', when, 20)],
          ['weakest', () => opened.weakest('ko', when, 10)],
          ['streak', () => opened.streak(when)],
          ['sentence', () => opened.of('ko', one.sentence)],
        ] as const) {
          const start = performance.now();
          await run();
          (times[name] ??= []).push(performance.now() - start);
        }
      }
      return times;
    }, { tries, now });
    const middle = Object.fromEntries(Object.entries(measured).map(([name, times]) => [name, Math.round(times.sort((a, b) => a - b)[3] ?? NaN)]));
    if (process.env.PRON_TEST_TIMES) console.log(middle);
    assert.ok(Object.values(middle).every((ms) => ms < MOST_MS), JSON.stringify(middle));
    const left = await page.evaluate(async () => {
      const store = await progress.indexedDbStore('many');
      const deleted = await (await progress.openProgress(store)).delete();
      return [deleted, (await store.all('')).length];
    });
    assert.deepEqual(left, [0, 0]);
    await page.reload();
    assert.equal(await page.evaluate(async () => (await (await progress.indexedDbStore('many')).all('')).length), 0);
  });
});
