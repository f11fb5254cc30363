import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DECK } from '../../../page/src/progress/export/anki';
import { openArchive } from '../../../page/src/zip/read';
import { decodeWav } from '../../../pipeline/wav';
import { tryBundled } from './hands';
import { stationOfTests } from './station';

describe('The flash cards of the practice page', function () {
  this.timeout(120_000);
  const station = stationOfTests();

  it('hold what was practised with its voice, which the next try is not compared with', async () => {
    const { page, complaints, close } = await station.learner();
    await page.click('.pron-settings');
    await page.click('.pron-cards');
    await page.waitForSelector('.pron-diary [role=status]:has-text("Practise a sentence first")');
    await page.keyboard.press('Escape');
    await tryBundled(page, 2); // another sentence than the one that is shown
    await page.waitForSelector('.pron-score p');
    await page.click('.pron-top button >> nth=2');
    await page.waitForSelector('.pron-sentence:has-text("라디오도")');
    await tryBundled(page, 0);
    await page.waitForSelector('.pron-score strong');
    await page.click('.pron-settings');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('.pron-cards')]);
    const archive = openArchive(readFileSync(await saved.path()));
    const text = new TextDecoder().decode(await archive.read(DECK));
    const row = text.split('\n').find((line) => line.startsWith('기차도')) ?? '';
    assert.match(row, /^기차도 전기도 없었다\t기차도 전기도 업썯따\t\t\[sound:.*\.wav\]$/);
    const sound = /\[sound:(.*)\]/.exec(row)?.[1] ?? '';
    const { samples, sampleRate } = decodeWav(await archive.read(sound));
    assert.ok(samples.length / sampleRate > 0.8);
    await page.keyboard.press('Escape');
    await tryBundled(page, 0);
    await page.waitForSelector('.pron-score strong');
    assert.ok(Number(await page.textContent('.pron-score strong')) >= 85, 'the score node still has the sentence');
    await close();
    assert.deepEqual(complaints, []);
  });
});
