import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { encodeWav } from '../../../pipeline/wav';
import { needsProgram } from '../../support/programs';
import { readyToListen, record, tryBundled } from './hands';
import { openStation, picture, recordingSamples, type Station } from './station';

const [SENTENCE, WORD] = ['기차도 전기도 없었다', '없었다'];
/** Where a person says that word, s. */
const SAID_FROM = 0.99;

describe('The drill of the weakest word on the practice page', function () {
  this.timeout(120_000);
  let station: Station;
  let folder: string;
  before(async function () {
    needsProgram(this, 'chromium');
    folder = mkdtempSync(join(tmpdir(), 'pron-word-'));
    const hears = join(folder, 'word.wav');
    writeFileSync(hears, encodeWav({ samples: recordingSamples('ko-correct').slice(SAID_FROM * 16000), sampleRate: 16000 }).wav);
    station = await openStation({ hears });
  });
  after(async () => {
    await station?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const textOn = async (page: Page): Promise<string> => (await page.textContent('.pron-sentence'))?.trim() ?? '';
  const points = (page: Page): Promise<string[]> => page.locator('.pron-history .pron-dot').evaluateAll((dots) => dots.map(String));

  /** The button that was pressed is gone: the focus is not. */
  const canGoOn = (page: Page): Promise<unknown> => page.waitForFunction(() => document.activeElement?.matches('.pron-main'));

  it('practises the word until it is good, then the sentence, each with its own history', async () => {
    const { page, complaints, close } = await station.learner({ size: [390, 844] });
    await tryBundled(page, 1);
    await page.click(`.pron-drill-word:has-text("${WORD}")`);
    await canGoOn(page);
    await readyToListen(page);
    assert.equal(await textOn(page), '없었다[업썯따]');
    for (const good of [1, 2]) {
      await record(page);
      await page.waitForSelector('.pron-result .pron-score strong');
      if (good === 1) assert.match((await page.textContent('.pron-drill')) ?? '', /Good tries: 1 of 2/);
    }
    assert.match((await page.textContent('.pron-drill')) ?? '', /“없었다” is good now\. Say the whole sentence again\./);
    await picture(page, 'drill-learned');
    assert.equal((await points(page)).length, 2, 'those of the word');
    await page.focus('.pron-undrill');
    await page.keyboard.press('Enter');
    await canGoOn(page);
    await readyToListen(page);
    assert.equal((await textOn(page)).replace(/\[.*?\]/g, ''), SENTENCE);
    assert.equal(await page.locator('.pron-undrill').count(), 0);
    await tryBundled(page, 0);
    await page.waitForSelector('.pron-result .pron-score strong');
    assert.equal(await page.locator('.pron-drill').count(), 0);
    assert.equal((await points(page)).length, 2, 'those of the sentence');
    await close();
    assert.deepEqual(complaints, []);
  });

  it('is left by one press, while a recording runs too', async () => {
    const { page, complaints, close } = await station.learner({ locale: 'ko-KR' });
    await tryBundled(page, 1);
    await page.click('.pron-drill-word');
    await readyToListen(page);
    await record(page);
    await page.click('.pron-undrill');
    await readyToListen(page);
    assert.match(await textOn(page), /^기차도/);
    assert.equal(await page.getAttribute('.pron-act', 'data-phase'), 'idle');
    assert.equal(await page.locator('.pron-drill').count(), 0);
    await close();
    assert.deepEqual(complaints, []);
  });
});
