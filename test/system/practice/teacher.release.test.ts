import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { decodeWav } from '../../../pipeline/wav';
import { findEar } from '../../../models/ear';
import { inSettings, readyToListen, record, scoreOn } from './hands';
import { picture, practiceFlow, recordingSamples, stationOfTests, type Learner } from './station';

const TEXT = '기차도 전기도 없었다';
const TEACHER = '김 선생님';
const PIN = '246810';

/** Opens the panel in which a teacher records, and says who that is. */
async function beginWalk(page: Page, pin: string): Promise<void> {
  await page.click('.pron-settings');
  await page.click('.pron-my-voice');
  await page.fill('.pron-teacher', TEACHER);
  await page.fill('.pron-pin', pin);
  await page.selectOption('.pron-walk-language', 'ko');
  await page.click('.pron-begin');
}

const voicesOn = (page: Page): Promise<string[]> => page.$$eval('.pron-voice option', (found) => found.map((one) => one.textContent ?? ''));

describe('A teacher at the practice station', function () {
  this.timeout(240_000);
  const station = stationOfTests();
  let learner: Learner;
  let page: Page;
  const folder = (): string => join(station.red.userDir, 'pronunciation', 'voices', TEACHER);
  before(async () => {
    learner = await station.learner();
    page = learner.page;
  });

  it('can record nothing where the flow has no PIN, and is told so', async () => {
    await page.click('.pron-settings');
    assert.deepEqual(await voicesOn(page), ['lower', 'higher']);
    await page.click('.pron-my-voice');
    assert.match((await page.textContent('.pron-panel[open]')) ?? '', /No teacher's PIN is set/);
    assert.equal(await page.locator('.pron-begin').count(), 0);
    await learner.close();
    await station.red.deploy(practiceFlow().map((node) => (node.type === 'pron-voice' ? { ...node, credentials: { pin: PIN } } : node)));
    learner = await station.learner();
    page = learner.page;
  });

  it('records a sentence that is checked, and keeps it with the PIN alone', async () => {
    await beginWalk(page, 'wrong');
    await page.click('.pron-take-record');
    await page.waitForSelector('.pron-take-keep', { timeout: 120_000 });
    assert.match((await page.textContent('.pron-good')) ?? '', /^Good recording\./);
    await picture(page, 'teacher-take');
    await page.click('.pron-take-keep');
    await page.waitForSelector('.pron-voice-form .pron-alert:has-text("The PIN is wrong.")');
    assert.throws(() => readdirSync(folder()));
    await page.fill('.pron-pin', PIN);
    await page.click('.pron-begin');
    await page.click('.pron-take-keep');
    await page.waitForSelector('.pron-walk-place:has-text("2 /")');
    assert.equal(await page.textContent('.pron-walk-done'), '1 recorded');
    assert.deepEqual(readdirSync(folder()).sort(), ['recordings.json', `${TEXT} - 1.wav`].sort());
    assert.deepEqual(learner.complaints, []);
    await learner.close();
  });

  it('is a voice after a restart of Node-RED, and a try is compared with the recording', async () => {
    await station.red.restart();
    learner = await station.learner();
    page = learner.page;
    await inSettings(page, () => page.selectOption('.pron-voice', TEACHER));
    await readyToListen(page);
    assert.equal(await page.locator('.pron-stand-in').count(), 0);
    const kept = decodeWav(readFileSync(join(folder(), `${TEXT} - 1.wav`)));
    await page.click('.pron-listen-usual');
    const seconds = await page.evaluate(async () => {
      const audio = (window as unknown as { played: HTMLAudioElement }).played;
      while (!(audio.duration > 0)) await new Promise((resolve) => setTimeout(resolve, 20));
      return audio.duration;
    });
    assert.ok(Math.abs(seconds - kept.samples.length / kept.sampleRate) < 0.05, `${seconds} s`);
    await record(page);
    await page.waitForSelector('.pron-result .pron-score strong');
    // Teacher and learner are the same recording: compared with the built-in voice it gets less.
    assert.ok((await scoreOn(page)) >= 95, String(await scoreOn(page)));
    await picture(page, 'teacher-compared');
  });

  it('tells where each word is, as the ear heard it', async function () {
    await findEar().catch(() => this.skip());
    const { recordings } = JSON.parse(readFileSync(join(folder(), 'recordings.json'), 'utf8')) as { recordings: { words: { text: string; endMs: number }[] }[] };
    assert.deepEqual(recordings[0]?.words.map(({ text }) => text), TEXT.split(' '));
    assert.ok((recordings[0]?.words.at(-1)?.endMs ?? 0) < recordingSamples('ko-correct').length / 16);
    await page.click('button.pron-word >> nth=1');
    await page.waitForSelector('.pron-word-card');
    assert.doesNotMatch((await page.textContent('.pron-word-card')) ?? '', /does not tell where/);
  });

  it('is quiet about a sentence that is not recorded: the built-in voice says it, and the page tells that', async () => {
    await page.click('.pron-top button >> nth=2');
    await readyToListen(page);
    await page.waitForSelector(`.pron-stand-in:has-text("${TEACHER} has not recorded this sentence")`);
  });

  it('is deleted by a button that asks once more; the learners go back to the usual voice', async () => {
    await page.click('.pron-settings');
    await page.click('.pron-my-voice');
    await page.fill('.pron-pin', PIN);
    await page.click('.pron-voice-form .pron-delete');
    assert.deepEqual(readdirSync(join(folder(), '..')), [TEACHER], 'not yet');
    await page.click(`.pron-voice-form .pron-delete:has-text("Really delete ${TEACHER}?")`);
    await page.waitForSelector('.pron-voice-form [role=status]:has-text("All recordings of this voice are deleted.")');
    assert.deepEqual(readdirSync(join(folder(), '..')), []);
    await page.keyboard.press('Escape');
    await page.click('.pron-settings');
    assert.deepEqual(await voicesOn(page), ['lower', 'higher']);
    await page.keyboard.press('Escape');
    await readyToListen(page);
    assert.equal(await page.locator('.pron-stand-in').count(), 0);
    assert.deepEqual(learner.complaints, []);
  });
});
