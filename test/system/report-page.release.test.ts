import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { reportPage } from '../../evaluation/report-page/page';
import { reportData, somePairs } from '../evaluation/report-page/report-data';
import { pronunciation, syllables, writeTable, writeWav } from '../cli/support';
import { launchChromium } from '../support/chromium';
import { needsProgram } from '../support/programs';
import { temporaryFolder } from './support/node-red';

/** A folder for pictures of what the test sees; none are taken without it. */
const PICTURES = process.env.PRON_TEST_PICTURES;
const WIDTHS = { desktop: 1280, phone: 375 } as const;

describe('the page that evaluate --report writes', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  const file = join(folder, 'report.html');
  let browser: Browser;
  const complaints: string[] = [];

  /** Opens a file with no network, and collects what the browser complains about and what it asks others for. */
  async function open(path: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, offline: true });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(path).href);
    return page;
  }

  before(async function () {
    needsProgram(this, 'chromium');
    browser = await launchChromium();
    writeFileSync(file, reportPage(reportData(somePairs())));
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => complaints.splice(0));

  for (const [name, width] of Object.entries(WIDTHS)) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`opens without a network and without a complaint, ${name}, ${scheme}`, async () => {
        const page = await open(file, width, scheme);
        assert.equal(await page.textContent('h1'), 'Pronunciation scores against human ratings');
        // Nothing but the tables, which scroll by themselves, is wider than the window.
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), scheme === 'dark' ? 'rgb(20, 23, 28)' : 'rgb(255, 255, 255)');
        if (PICTURES) await page.screenshot({ path: join(PICTURES, `report-${name}-${scheme}.png`), fullPage: true });
        await page.context().close();
        assert.deepEqual(complaints, []);
      });
    }
  }

  it('plays its recordings and shows their spectrograms', async () => {
    const page = await open(file, WIDTHS.desktop);
    await page.waitForFunction(() => Array.from(document.querySelectorAll('audio')).every(({ readyState }) => readyState > 0));
    const durations = await page.evaluate(() => Array.from(document.querySelectorAll('audio')).map(({ duration }) => duration));
    assert.deepEqual(durations, Array.from({ length: 20 }, () => 1));
    const sizes = await page.evaluate(() =>
      Promise.all(
        Array.from(document.querySelectorAll('svg image')).map(async (image) => {
          const picture = new Image();
          picture.src = image.getAttribute('href') ?? '';
          await picture.decode();
          return `${picture.naturalWidth} x ${picture.naturalHeight}`;
        }),
      ),
    );
    assert.deepEqual([...new Set(sizes)], ['100 x 128']);
    await page.context().close();
    assert.deepEqual(complaints, []);
  });

  it('can be read by those who can not see it: names for every picture, headings and captions in order', async () => {
    const page = await open(file, WIDTHS.desktop);
    const found = await page.evaluate(() => ({
      nameless: Array.from(document.querySelectorAll('svg:not([aria-hidden]), audio')).filter((each) => !each.getAttribute('aria-label')).length,
      tables: document.querySelectorAll('table').length,
      captions: document.querySelectorAll('table > caption').length,
      headings: Array.from(document.querySelectorAll('h1, h2, h3')).map(({ tagName }) => Number(tagName[1])),
    }));
    assert.deepEqual([found.nameless, found.captions], [0, found.tables]);
    assert.ok(found.headings.every((level, i) => level <= (found.headings[i - 1] ?? 0) + 1), found.headings.join());
    await page.context().close();
  });

  it('lets no script run, whatever a table holds', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const pairs = somePairs().map((pair) => ({ ...pair, fields: { ...pair.fields, speaker: evil, text: evil } }));
    const path = join(folder, 'evil.html');
    writeFileSync(path, reportPage(reportData(pairs, { table: evil })));
    const page = await open(path, WIDTHS.desktop);
    assert.match(await page.title(), /^Pronunciation scores: <img/);
    assert.equal(await page.locator('script, img').count(), 0);
    // Were the escaping to fail one day, the policy would still be there.
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
    });
    assert.match(await page.title(), /^Pronunciation scores/);
    assert.ok(complaints.length > 0 && complaints.every((text) => text.includes('Content Security Policy')), complaints.join());
    await page.context().close();
  });

  it('is written by the command, from recordings, with a hint where one can not be read', async () => {
    for (const seed of [1, 2, 3]) writeWav(folder, `s${seed}.wav`, syllables(1.2, seed));
    const table = writeTable(folder, 'pairs.tsv', [
      ['learner', 'reference', 'human', 'speaker'],
      ['s1.wav', 's1.wav', '9', 'anna'],
      ['s2.wav', 's1.wav', '4', 'bo'],
      ['gone.wav', 's1.wav', '4', '<b>cy'],
    ]);
    const path = join(folder, 'written.html');
    const { code, stderr } = await pronunciation(['evaluate', '--pairs', table, '--report', path, '--jobs', '1']);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^Report: .*written\.html \(\d+\.\d MB\)\.$/m);
    assert.match(readFileSync(path, 'utf8'), /Line 4 \(gone\.wav\): There is no file/);
    const page = await open(path, WIDTHS.desktop);
    assert.equal(await page.locator('article').count(), 2);
    assert.equal(await page.locator('audio').count(), 4);
    assert.equal(await page.locator('.failures li').count(), 1);
    await page.context().close();
    assert.deepEqual(complaints, []);
  });
});
