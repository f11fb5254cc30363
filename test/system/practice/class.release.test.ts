import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { scoreOn, tryBundled } from './hands';
import { picture, stationOfTests, type Learner } from './station';

const PIN = '24681357';

describe('A class on the page', function () {
  this.timeout(180_000);
  const station = stationOfTests({ pin: PIN });
  let [teacher, ...learners]: Learner[] = [];
  before(async () => {
    teacher = await station.teacher();
    learners = [await station.learner({ isInvited: true }), await station.learner({ isInvited: true, locale: 'ko-KR', size: [390, 844] })];
  });

  const classPage = (): Page => (teacher as Learner).page;
  const pageOf = (i: number): Page => (learners[i] as Learner).page;
  const seatOf = (i: number): string => ['2', '5'][i] as string;
  const sit = async (i: number): Promise<void> => {
    await pageOf(i).click(`.pron-seats button:text-is("${seatOf(i)}")`);
    await pageOf(i).waitForSelector('.pron-seat:not(.pron-join)');
  };
  /** Points of the first sentence, as the teacher sees them. */
  const shown = async (i: number): Promise<number> => Number(await classPage().textContent(`tr[data-seat="${seatOf(i)}"] td >> nth=0 >> b`));

  it('is opened by the PIN and by nothing else', async () => {
    const page = classPage();
    await page.fill('.pron-pin input', '1111');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.pron-pin .pron-alert:has-text("The PIN is wrong")');
    assert.equal(await page.locator('.pron-class-top').count(), 0);
    await page.fill('.pron-pin input', PIN);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.pron-class-top');
    await page.click('.pron-show-code');
    assert.match((await page.textContent('.pron-address')) ?? '', /\/dashboard\/practice\?class$/);
    await picture(page, 'class-code');
    await page.keyboard.press('Escape');
  });

  it('gives each learner a free seat, and none that is taken', async () => {
    await sit(0);
    assert.equal(await pageOf(0).textContent('.pron-seat'), 'Seat 2');
    await pageOf(1).click('.pron-seats button:text-is("2")');
    await pageOf(1).waitForSelector('.pron-panel .pron-alert:has-text("다른 사람이 앉은 자리예요")');
    await sit(1);
    assert.equal(await pageOf(1).textContent('.pron-seat'), '5번 자리');
    await classPage().waitForFunction(() => document.querySelectorAll('tr[data-here=true]').length === 2);
  });

  it('limits the list to the exercise that the teacher starts', async () => {
    const page = classPage();
    await page.click('.pron-begin');
    await page.fill('.pron-title', 'Lesson 1');
    await page.check('.pron-exercise .pron-sentences input >> nth=0');
    await page.check('.pron-exercise .pron-sentences input >> nth=1');
    await page.click('.pron-go');
    for (const i of [0, 1]) await pageOf(i).waitForFunction(() => document.querySelector('.pron-chosen')?.textContent?.includes('/ 2'));
  });

  it('shows the points at the seat that has scored them', async () => {
    for (const i of [0, 1]) {
      await tryBundled(pageOf(i), i);
      await pageOf(i).waitForSelector('.pron-score strong');
    }
    await classPage().waitForFunction(() => document.querySelectorAll('td b').length === 2);
    const points = [await scoreOn(pageOf(0)), await scoreOn(pageOf(1))] as const;
    assert.ok(points[0] >= points[1] + 15, points.join());
    assert.deepEqual([await shown(0), await shown(1)], points);
    assert.equal(await classPage().getAttribute('tr[data-seat="2"] td >> nth=0', 'data-colour'), await pageOf(0).getAttribute('.pron-score', 'data-colour'));
    assert.ok((await classPage().locator('.pron-hardest li').count()) > 0);
    await picture(classPage(), 'class');
  });

  it('keeps the seat through a reload, and no result of somebody who has none', async () => {
    await pageOf(0).reload();
    await pageOf(0).waitForSelector('.pron-seat:has-text("Seat 2")');
    const stranger = await station.learner();
    assert.equal(await stranger.page.locator('.pron-seat').count(), 0, 'the page without the link is as it was');
    await tryBundled(stranger.page, 0);
    await stranger.page.waitForSelector('.pron-score strong');
    await classPage().reload();
    await classPage().waitForSelector('.pron-class-count:has-text("2 here, tries: 2")');
    await stranger.close();
    assert.deepEqual(stranger.complaints, []);
  });

  it('is left with one press, and its list is whole again', async () => {
    await pageOf(1).click('.pron-seat');
    await pageOf(1).click('.pron-leave');
    await pageOf(1).waitForSelector('.pron-join');
    await pageOf(1).waitForFunction(() => !document.querySelector('.pron-chosen')?.textContent?.includes('/ 2'));
  });

  it('is saved as a table, and deleted with a second press: no file is left', async () => {
    const page = classPage();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('.pron-table')]);
    assert.match(readFileSync(await saved.path(), 'utf8'), /Lesson 1,2,기차도 전기도 없었다,scored/);
    const file = join(station.red.userDir, 'pronunciation', 'classes', 'class', 'class.jsonl');
    assert.notEqual(readFileSync(file, 'utf8'), '');
    await page.click('.pron-delete');
    assert.equal(await page.locator('.pron-done').count(), 0, 'one press deletes nothing');
    await page.click('.pron-delete');
    await page.waitForSelector('.pron-done:has-text("2 results and 0 recordings are deleted. 0 files left.")');
    assert.equal(readFileSync(file, 'utf8'), '', 'the next class begins empty');
    await pageOf(0).waitForSelector('.pron-join');
    for (const one of [teacher as Learner, ...learners]) assert.deepEqual(one.complaints, []);
  });
});

describe('A class without a PIN', function () {
  this.timeout(120_000);
  const station = stationOfTests();

  it('says on its page that there is none, and how to set one', async () => {
    const { page, close } = await station.teacher();
    await page.waitForSelector('.pron-pin .pron-alert');
    assert.match((await page.textContent('.pron-pin .pron-alert')) ?? '', /No PIN is set.*write a PIN into PRONUNCIATION_PIN and press Deploy/);
    assert.equal(await page.locator('.pron-pin input').count(), 0);
    await close();
  });
});
