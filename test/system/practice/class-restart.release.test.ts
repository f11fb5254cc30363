import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { resultsIn } from '../../support/class-results';
import { eventually } from '../support/node-red';
import { openRelay, type Relay } from '../support/relay';
import { readyToListen, scoreOn, tryBundled } from './hands';
import { picture, stationOfTests, type Learner } from './station';

const PIN = '24681357';
const SEATS = ['1', '2', '3'];

describe('A class whose Node-RED is killed in the middle, and whose Wi-Fi drops', function () {
  this.timeout(300_000);
  const station = stationOfTests({ pin: PIN });
  let teacher: Learner;
  /** The first learner's Wi-Fi. */
  let wifi: Relay;
  let learners: Learner[] = [];
  const pages = (): Page[] => learners.map(({ page }) => page);
  const results = (): ReturnType<typeof resultsIn> => resultsIn(join(station.red.userDir, 'pronunciation', 'classes', 'class', 'class.jsonl'));
  /** Tries of each seat in the class's file. */
  const tries = async (): Promise<Record<string, number>> => {
    const all = await results();
    return Object.fromEntries(SEATS.map((seat) => [seat, all.filter((one) => one.seat === seat).length]));
  };
  const areKept = (each: number): Promise<unknown> =>
    eventually(`${each} tries of each seat`, async () => (Object.values(await tries()).every((count) => count >= each) ? true : undefined), 90_000);

  before(async () => {
    teacher = await station.teacher();
    await teacher.page.fill('.pron-pin input', PIN);
    await teacher.page.keyboard.press('Enter');
    wifi = await openRelay(Number(new URL(station.red.address).port));
    for (const [i, seat] of SEATS.entries()) {
      const learner = await station.learner({ isInvited: true, ...(i === 0 && { port: wifi.port }) });
      await learner.page.click(`.pron-seats button:text-is("${seat}")`);
      await learner.page.waitForSelector('.pron-seat:not(.pron-join)');
      learners.push(learner);
    }
    await Promise.all(pages().map((page, i) => tryBundled(page, i % 2)));
    await Promise.all(pages().map((page) => page.waitForSelector('.pron-score strong')));
    await areKept(1);
  });
  after(async () => {
    await Promise.all(learners.map(({ close }) => close()));
    learners = [];
    await wifi?.close();
  });

  it('has a try of each learner, sent when the power goes, once and under the right seat, and shows it', async () => {
    const before = await Promise.all(pages().map(scoreOn));
    await Promise.all(pages().map((page, i) => tryBundled(page, (i + 1) % 2)));
    const start = await station.red.cutPower();
    await Promise.all(pages().map((page) => page.waitForSelector('.pron-alert:has-text("There is no connection")')));
    assert.deepEqual(await Promise.all(pages().map((page) => page.locator('.pron-alert').count())), SEATS.map(() => 1), 'one sentence');
    await picture(pages()[0] as Page, 'class-no-connection');
    await start();
    for (const [i, page] of pages().entries()) {
      await page.waitForSelector('.pron-score strong', { timeout: 90_000 });
      assert.equal(await page.textContent('.pron-seat'), `Seat ${SEATS[i] ?? ''}`);
      assert.notEqual(await scoreOn(page), before[i]);
    }
    await areKept(2);
    await Promise.all(pages().map((page) => page.waitForFunction(() => document.querySelectorAll('.pron-alert').length === 0)));
    assert.deepEqual(await tries(), { 1: 2, 2: 2, 3: 2 });
    await teacher.page.waitForSelector('.pron-class-count:has-text("3 here, tries: 6")', { timeout: 60_000 });
    const all = await results();
    for (const seat of SEATS) assert.equal(new Set(all.filter((one) => one.seat === seat).map(({ session }) => session)).size, 1);
  });

  it('goes on by itself where the Wi-Fi of one learner drops during a try', async () => {
    const [page] = pages() as [Page];
    await tryBundled(page, 1);
    const restore = wifi.cut();
    await page.waitForSelector('.pron-alert:has-text("There is no connection")');
    await pause(2000);
    restore();
    await eventually('the third try', async () => ((await tries())['1'] === 3 ? true : undefined), 120_000);
    await page.waitForSelector('.pron-score strong', { timeout: 90_000 });
    await readyToListen(page);
    assert.deepEqual(await tries(), { 1: 3, 2: 2, 3: 2 });
  });
});
