import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { findings } from '../support/axe';
import { readyToListen, record, tryBundled } from './hands';
import { picture, stationOfTests } from './station';

const PIN = '24681357';
const SIZES = { phone: [390, 844], laptop: [1366, 768] } as const;
const THEMES = ['light', 'dark'] as const;

/** Looks at the page as it is now, in each theme and size. */
async function look(page: Page, state: string): Promise<void> {
  for (const [name, [width, height]] of Object.entries(SIZES)) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await picture(page, `${state}-${name}-${colorScheme}`);
      assert.deepEqual(await findings(page), [], `${state}, ${name}, ${colorScheme}`);
    }
  }
}

describe('axe-core finds nothing, on a phone and a laptop, light and dark,', function () {
  this.timeout(240_000);
  const station = stationOfTests({ pin: PIN });

  it('on the practice page, before and after a result, in a word and in its drill', async () => {
    const { page, complaints, close } = await station.learner();
    await look(page, 'practice-begin');
    for (const n of [0, 1]) {
      await tryBundled(page, n);
      await page.waitForSelector('.pron-result[aria-busy=false] .pron-score strong');
    }
    await page.click('.pron-history summary');
    await page.click('button.pron-word >> nth=1');
    await page.waitForSelector('.pron-word-card');
    await look(page, 'practice-result');
    await page.click('.pron-drill-word');
    await readyToListen(page);
    await look(page, 'practice-drill');
    await page.click('.pron-undrill');
    await readyToListen(page);
    await record(page);
    await look(page, 'practice-recording');
    await close();
    assert.deepEqual(complaints, []);
  });

  it('in the settings with what the device keeps, among the sentences, and in the list editor with an import', async () => {
    const { page, complaints, close } = await station.learner();
    await page.click('.pron-settings');
    await page.click('.pron-diary .pron-delete');
    await page.waitForSelector('.pron-diary [role=status]');
    await look(page, 'settings');
    await page.keyboard.press('Escape');
    await page.click('.pron-chosen');
    await look(page, 'sentences');
    await page.click('.pron-edit');
    await page.click('.pron-add-lesson');
    await page.click('.pron-add-sentence');
    await page.keyboard.type('нет');
    const buffer = Buffer.from('문장,번역\n비가 와요,It rains\n,nothing\n');
    await page.setInputFiles('.pron-file input', { name: 'class.csv', mimeType: 'text/csv', buffer });
    await page.waitForSelector('.pron-imported');
    await look(page, 'list-editor');
    await close();
    assert.deepEqual(complaints, []);
  });

  it('where a teacher records their voice', async () => {
    const { page, complaints, close } = await station.learner();
    await page.click('.pron-settings');
    await page.click('.pron-my-voice');
    await look(page, 'voice-form');
    await page.fill('.pron-teacher', '김 선생님');
    await page.fill('.pron-voice-form .pron-pin', PIN);
    await page.click('.pron-begin');
    await page.click('.pron-take-record');
    await page.waitForSelector('.pron-take-keep', { timeout: 120_000 });
    await look(page, 'voice-take');
    await close();
    assert.deepEqual(complaints, []);
  });

  it('at a seat of a class and on its teacher\'s page', async () => {
    const { page, complaints, close } = await station.teacher();
    await look(page, 'class-pin');
    await page.fill('.pron-pin input', PIN);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.pron-class-top');
    await look(page, 'class-empty');
    await page.click('.pron-begin');
    await look(page, 'class-exercise');
    await page.click('.pron-go');
    const learner = await station.learner({ isInvited: true });
    await learner.page.waitForSelector('.pron-seats');
    await look(learner.page, 'seats');
    await learner.page.click('.pron-seats button >> nth=1');
    await tryBundled(learner.page, 1);
    await learner.page.waitForSelector('.pron-score strong');
    await learner.page.click('.pron-seat');
    await look(learner.page, 'seat');
    await page.waitForSelector('td b');
    await look(page, 'class');
    await page.click('.pron-show-code');
    await look(page, 'class-code');
    await page.keyboard.press('Escape');
    await page.click('.pron-delete');
    await page.click('.pron-delete');
    await page.waitForSelector('.pron-done');
    await look(page, 'class-deleted');
    for (const one of [learner.close, close]) await one();
    assert.deepEqual([complaints, learner.complaints].flat(), []);
  });
});
