import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { needsProgram } from '../../support/programs';
import { readyToListen, secondsPlayed } from './hands';
import { openStation, picture, type Station } from './station';

const openList = async (page: Page): Promise<void> => {
  await page.click('.pron-chosen');
  await page.click('.pron-edit');
};
const type = async (page: Page, button: string, ...fields: readonly string[]): Promise<void> => {
  await page.click(button);
  for (const field of fields) {
    await page.keyboard.type(field);
    await page.keyboard.press('Tab');
  }
};
const save = async (page: Page): Promise<void> => page.click('.pron-save [type=submit]');
const isTold = (page: Page, text: string): Promise<unknown> => page.waitForSelector(`.pron-save [role=status]:has-text("${text}")`);

describe('The sentences that a teacher writes on the practice page', function () {
  this.timeout(120_000);
  let station: Station;
  before(function () {
    needsProgram(this, 'chromium');
  });
  afterEach(() => station?.stop());
  const listOnDisk = (): string => readFileSync(join(station.red.userDir, 'pronunciation-sentences.txt'), 'utf8');

  it('are heard, put right, imported and saved on a phone\'s screen, and every learner sees them', async () => {
    station = await openStation();
    const { page, complaints, close } = await station.learner({ size: [390, 844] });
    const learner = await station.learner();
    const before = listOnDisk();
    await openList(page);
    await type(page, '.pron-add-lesson', '2과 시장');
    await type(page, '.pron-add-sentence', '깻잎[깬닙]을 3장 주세요', 'Perilla leaves, please');
    const row = page.locator('.pron-row-sentence').last();
    assert.equal(await row.locator('.pron-row-note').textContent(), '[깬니블 세 장 주세요]');
    assert.ok(await secondsPlayed(page, '.pron-row-sentence:last-child .pron-row-listen') > 0.8);
    await type(page, '.pron-add-sentence', 'нет');
    await save(page);
    await isTold(page, 'Rows that can\'t be spoken, which are marked: 1.');
    assert.match((await page.textContent('.pron-row-problem')) ?? '', /"нет" is not written in the script/);
    assert.equal(listOnDisk(), before);
    await page.click('.pron-row-sentence:last-child .pron-row-remove');
    const csv = '문장,번역,단원\n비가 와요,It rains,3과\n물 한 잔 주세요,water,1과\n,nothing,3과\n';
    await page.setInputFiles('.pron-file input', { name: 'class.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.waitForSelector('.pron-imported:has-text("Sentences added: 1. Those that were there already: 1.")');
    await page.waitForSelector('.pron-imported:has-text("Row 4, “nothing”: the sentence is missing.")');
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(beyond <= 0, `${beyond} pixels are cut off at the side`);
    await picture(page, 'sentences-phone');
    await save(page);
    await isTold(page, 'The list is saved.');
    assert.match(listOnDisk(), /## 2과 시장\n깻잎\[깬닙\]을 3장 주세요 = Perilla leaves, please\n## 3과\n비가 와요 = It rains\n/);
    await learner.page.click('.pron-chosen');
    await learner.page.waitForSelector('.pron-sentences h3:has-text("2과 시장")');
    await learner.page.click('.pron-sentences button:has-text("비가 와요")');
    await readyToListen(learner.page);
    assert.equal(await learner.page.textContent('.pron-translation'), 'It rains');
    for (const one of [learner.close, close]) await one();
    assert.deepEqual([complaints, learner.complaints].flat(), []);
  });

  it('are changed by one of two teachers at a time, and nothing that is written gets lost', async () => {
    station = await openStation();
    const [one, other] = [await station.learner(), await station.learner()];
    for (const { page } of [one, other]) await openList(page);
    await type(one.page, '.pron-add-sentence', '하나');
    await save(one.page);
    await isTold(one.page, 'The list is saved.');
    await type(other.page, '.pron-add-sentence', '둘이');
    await save(other.page);
    await isTold(other.page, 'the list has changed since you opened it');
    assert.match(listOnDisk(), /하나/);
    await other.page.keyboard.press('Escape');
    await openList(other.page);
    assert.equal(await other.page.locator('.pron-row-text').last().inputValue(), '둘이');
    await save(other.page);
    await isTold(other.page, 'The list is saved.');
    assert.match(listOnDisk(), /둘이/);
    for (const { close, complaints } of [one, other]) {
      await close();
      assert.deepEqual(complaints, []);
    }
  });

  it('need the teacher\'s PIN where there is one', async () => {
    station = await openStation({ pin: '482915' });
    const { page, complaints, close } = await station.learner();
    const before = listOnDisk();
    await openList(page);
    await type(page, '.pron-add-sentence', '하나');
    await page.fill('.pron-pin', '111111');
    await save(page);
    await isTold(page, 'the PIN is wrong');
    assert.equal(listOnDisk(), before);
    await page.fill('.pron-pin', '482915');
    await save(page);
    await isTold(page, 'The list is saved.');
    await close();
    assert.deepEqual(complaints, []);
  });

  it('are not offered for change to learners elsewhere, where there is no PIN', async () => {
    station = await openStation({ env: { PRONUNCIATION_PASSED_ON: '1' } });
    const { page, close } = await station.learner();
    await page.click('.pron-chosen');
    await page.waitForSelector('.pron-own');
    assert.equal(await page.locator('.pron-edit').count(), 0);
    await close();
  });
});
