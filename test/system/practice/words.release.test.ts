import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { needsEar } from '../../support/ear';
import { descendantsOf } from '../../support/processes';
import { needsProgram } from '../../support/programs';
import { ROOT } from '../support/node-red';
import { inSettings, readyToListen, record, tryBundled, writeSentence } from './hands';
import { openStation, picture, type Station } from './station';

/** "I do want to eat fish for dinner today." */
const RECORDING = join(ROOT, 'test', 'fixtures', 'ear', 'en-omitted-not.wav');
const SAID = 'I do want to eat fish for dinner today';
/** It lacks "fish". "really" is not in the recording. */
const CHANGED = 'I really do want to eat for dinner today.';
const SIZES = { phone: [390, 844], laptop: [1280, 800] } as const;

/** The words that the page shows, each with its state and the note below it. */
const wordsOn = (page: Page): Promise<string[][]> =>
  page.$$eval('.pron-word', (found) =>
    found.map((word) => [
      word.firstElementChild?.textContent ?? '', word.getAttribute('data-state') ?? '', word.querySelector('small')?.textContent?.replace(/\d+/, '').trim() ?? '',
    ]));

const withState = (words: readonly string[][], ...states: string[]): string[][] => words.filter(([, state = '']) => states.includes(state));

/** Says the recording where the page asks for `sentence`. */
async function sayInstead(page: Page, sentence: string): Promise<void> {
  await writeSentence(page, sentence, 'en');
  await record(page);
  await page.waitForSelector('.pron-result .pron-score');
}

const keepPictures = async (page: Page, name: string): Promise<void> => {
  for (const [size, [width, height]] of Object.entries(SIZES)) {
    await page.setViewportSize({ width, height });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(beyond <= 0, `${size}: ${beyond} pixels are cut off at the side`);
    await picture(page, `words-${name}-${size}`);
  }
};

describe('The words on the practice page', function () {
  this.timeout(120_000);
  let station: Station;
  before(function () {
    needsProgram(this, 'chromium');
    needsEar(this);
  });

  describe('where there is an ear', () => {
    before(async () => {
      station = await openStation({ hears: RECORDING });
    });
    after(() => station?.stop());

    const practise = async (sentence: string, name: string, locale = 'en-US'): Promise<{ words: string[][]; told: string; said: string | null }> => {
      const { page, complaints, close } = await station.learner({ locale });
      await sayInstead(page, sentence);
      const told = (await page.textContent('.pron-told')) ?? '';
      const said = (await page.locator('.pron-said').count()) > 0 ? await page.textContent('.pron-said q') : null;
      const words = await wordsOn(page);
      await keepPictures(page, `${name}-${locale.slice(0, 2)}`);
      await close();
      assert.deepEqual(complaints, []);
      return { words, told, said };
    };

    it('are all said where they all were, and the page does not repeat them', async () => {
      const { words, said } = await practise(SAID, 'all-said');
      assert.deepEqual(words.map(([text]) => text), SAID.split(' '));
      assert.deepEqual(withState(words, 'left', 'added'), []);
      assert.equal(said, null);
    });

    it('show which was left out and which was added, at its place, with what was said instead', async () => {
      const { words, told, said } = await practise(CHANGED, 'changed');
      assert.deepEqual(withState(words, 'left', 'added'), [['really', 'left', 'left out'], ['fish', 'added', 'added']]);
      assert.deepEqual(words.map(([text]) => text), ['I', 'really', 'do', 'want', 'to', 'eat', 'fish', 'for', 'dinner', 'today.']);
      assert.match(told, /"really" was missing/);
      assert.equal(said, SAID);
    });

    it('are marked by syllables in Korean, with the pronunciation beneath the sentence before the first try', async () => {
      const { page, complaints, close } = await station.learner();
      await page.waitForSelector('.pron-sentence rt');
      assert.equal(await page.textContent('.pron-sentence rt'), '[업썯따]');
      await tryBundled(page, 1);
      await page.waitForSelector('.pron-result .pron-score strong');
      const words = await wordsOn(page);
      assert.deepEqual(words.map(([text]) => text), ['기차도', '전기도', '없었다']);
      const syllables = await page.$$eval('.pron-syllable', (found) => found.map((one) => [one.textContent, one.getAttribute('data-state')]));
      assert.equal(syllables.map(([text]) => text).join(''), '기차도전기도없었다');
      assert.ok(new Set(syllables.map(([, state]) => state)).size > 1, 'some are right and some are not');
      await keepPictures(page, 'syllables-en');
      await close();
      assert.deepEqual(complaints, []);
    });

    it('hide the pronunciation where the learner wants that, after a reload too', async () => {
      const { page, complaints, close } = await station.learner();
      await page.waitForSelector('.pron-sentence rt');
      await inSettings(page, () => page.uncheck('.pron-sayings'));
      assert.equal(await page.locator('.pron-sentence rt').count(), 0);
      await page.reload();
      await readyToListen(page);
      assert.equal(await page.isChecked('.pron-sayings'), false);
      assert.equal(await page.locator('.pron-sentence rt').count(), 0);
      assert.equal((await page.textContent('.pron-sentence'))?.trim(), '기차도 전기도 없었다');
      await close();
      assert.deepEqual(complaints, []);
    });

    it('come later where the ear has to be loaded, and the page says so', async () => {
      const { page, complaints, close } = await station.learner();
      await tryBundled(page, 0);
      await page.waitForSelector('.pron-result .pron-score'); // so the voice's sentence is with the score node
      for (const { pid } of descendantsOf(station.red.process.pid ?? NaN)) process.kill(pid); // the engine
      await tryBundled(page, 0);
      await page.waitForFunction(() => document.querySelector('.pron-state')?.textContent === 'Getting speech recognition ready …');
      await page.waitForSelector('.pron-result .pron-score');
      assert.doesNotMatch((await page.textContent('.pron')) ?? '', /Getting speech recognition ready/);
      await close();
      assert.deepEqual(complaints, []);
    });

    it('tell the same in Korean', async () => {
      const { words, told } = await practise(CHANGED, 'changed', 'ko-KR');
      assert.deepEqual(withState(words, 'left', 'added'), [['really', 'left', '빠짐'], ['fish', 'added', '덧붙임']]);
      assert.match(told, /"really"이\(가\) 빠졌습니다/);
    });

    it('show what is missing of a sentence of which less than half was said, without points', async () => {
      const rest = 'because my mother has already cooked rice and soup for all of us';
      const { words, told } = await practise(`${SAID} ${rest}`, 'incomplete');
      assert.match(told, /Less than half of the sentence was said/);
      assert.deepEqual(withState(words, 'right', 'unclear', 'wrong'), []);
      assert.deepEqual(withState(words, 'left'), [[rest, 'left', 'left out']]);
    });
  });

  describe('where there is none', () => {
    before(async () => {
      station = await openStation({ hears: RECORDING, env: { NODE_OPTIONS: `--require ${join(ROOT, 'test', 'support', 'small-machine.cjs')}` } });
    });
    after(() => station?.stop());

    it('are scored as ever, by the sound alone', async () => {
      const { page, complaints, close } = await station.learner();
      await sayInstead(page, CHANGED);
      const words = await wordsOn(page);
      assert.equal(words.length, 9);
      assert.deepEqual(withState(words, 'left', 'added', 'said'), []);
      assert.equal(await page.locator('.pron-said').count(), 0);
      assert.match((await page.textContent('.pron-score')) ?? '', /\d+ ?points|\d/);
      await close();
      assert.deepEqual(complaints, []);
    });
  });
});
