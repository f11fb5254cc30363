import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { record } from './hands';
import { stationOfTests } from './station';

/** From the first visit to the first result, with the count, five seconds of speech and the silence after it. */
const FIRST_RESULT_MS = 15_000;
const LONG_TASK_MS = 100;
const SENTENCES = 1000;

declare const longTasks: number[];

describe('The practice page is quick', function () {
  this.timeout(120_000);
  const station = stationOfTests();

  it(`gives a first result ${FIRST_RESULT_MS / 1000} s after the first visit, by one press`, async () => {
    const warm = await station.learner(); // Node-RED has started its engine
    await warm.close();
    const before = Date.now();
    const { page, close } = await station.learner();
    await record(page);
    await page.waitForSelector('.pron-score strong');
    const passed = Date.now() - before;
    console.log(`      first result after ${(passed / 1000).toFixed(1)} s`);
    await close();
    assert.ok(passed <= FIRST_RESULT_MS, `${passed} ms`);
  });

  it(`chooses among ${SENTENCES} sentences without a task of more than ${LONG_TASK_MS} ms`, async () => {
    const sentences = Array.from({ length: SENTENCES }, (_, i) => `${i + 1}번 문장을 읽어 보세요`);
    writeFileSync(join(station.red.userDir, 'pronunciation-sentences.txt'), `[ko]\n${sentences.join('\n')}\n`);
    const { page, complaints, close } = await station.learner();
    await page.waitForFunction((count) => document.querySelector('.pron-chosen')?.textContent?.includes(`/ ${count}`), SENTENCES);
    await page.evaluate(`window.longTasks = [];
      new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });`);
    await page.click('.pron-chosen');
    await page.fill('.pron-find', `${SENTENCES}번`);
    await page.click('.pron-sentences button >> nth=0');
    await page.waitForFunction((text) => document.querySelector('.pron-sentence')?.textContent?.includes(text), `${SENTENCES}번`);
    const slow = await page.evaluate(() => longTasks);
    console.log(`      tasks of 50 ms and more: ${slow.map((ms) => Math.round(ms)).join(', ') || 'none'}`);
    await close();
    assert.deepEqual(complaints, []);
    assert.ok(Math.max(0, ...slow) <= LONG_TASK_MS, slow.join());
  });
});
