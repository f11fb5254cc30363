import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chooseLanguage, inSettings, readyToListen, record, scoreOn, secondsPlayed, tryBundled, useMachine, writeSentence } from './hands';
import { picture, stationOfTests, type Learner } from './station';

describe('A learner at the practice station', function () {
  this.timeout(120_000);
  const station = stationOfTests();
  let learner: Learner;
  let page: Page;
  beforeEach(async () => {
    learner = await station.learner();
    page = learner.page;
  });
  afterEach(async () => {
    await learner.close();
    assert.deepEqual(learner.complaints, []);
  });

  it('reaches a first score without a microphone in two clicks', async () => {
    await tryBundled(page, 0);
    await page.waitForSelector('.pron-score strong');
    assert.ok((await scoreOn(page)) >= 70);
    assert.match((await page.getAttribute('.pron-score', 'data-colour')) ?? '', /^(green|yellow)$/);
  });

  it('records with the browser\'s microphone in one click, and finds nothing left behind when recording again', async () => {
    await record(page);
    await page.waitForSelector('.pron-score strong');
    const first = await scoreOn(page);
    assert.ok(first >= 70, String(first));
    assert.equal(await page.locator('.pron-word').count(), 3);
    assert.match((await page.getAttribute('.pron-noise', 'data-light')) ?? '', /green|amber/);
    const duration = await secondsPlayed(page, '.pron-replay-own');
    assert.ok(duration > 4 && duration < 6.5, `${duration} s are replayed`);
    await picture(page, 'recorded');

    await page.click('.pron-main');
    await page.waitForTimeout(100);
    assert.equal(await page.locator('.pron-score').count(), 0, 'the old score is gone at once');
    assert.equal(await page.locator('.pron-word').count(), 0);
    assert.match((await page.textContent('.pron-state')) ?? '', /\S/, 'and the page says what it does');
    await page.waitForSelector('.pron-stop');
    await page.click('.pron-stop');
    await page.waitForSelector('.pron-result .pron-score');
  });

  it('is told what to do where a recording is refused, and sees no score', async () => {
    await tryBundled(page, 3);
    await page.waitForSelector('.pron-score p');
    assert.match((await page.textContent('.pron-score')) ?? '', /Nothing was said\. Speak after the signal/);
    assert.equal(await page.locator('.pron-score strong').count(), 0);
    await tryBundled(page, 2);
    await page.waitForFunction(() => document.querySelector('.pron-score')?.textContent?.includes('another sentence'));
  });

  it('writes a sentence of their own, hears it in a higher voice, and slowly', async () => {
    await writeSentence(page, '저는 커피를 좋아해요');
    await page.waitForFunction(() => document.querySelector('.pron-sentence')?.textContent?.includes('저는 커피를'));
    await inSettings(page, () => page.selectOption('.pron-voice', 'high'));
    await readyToListen(page);
    const [usual, slow] = [await secondsPlayed(page, '.pron-listen-usual'), await secondsPlayed(page, '.pron-listen-slow')];
    assert.ok(usual > 1 && slow > 1.3 * usual, `${usual} s, slowly ${slow} s`);
  });

  it('can record nothing for a sentence that the voice can\'t say, until another one is chosen', async () => {
    await page.click('.pron-chosen');
    await page.fill('.pron-own input', '☃ ☃');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.pron-alert');
    assert.equal(await page.getAttribute('.pron-main', 'aria-disabled'), 'true');
    await page.dispatchEvent('.pron-main', 'click');
    assert.equal(await page.getAttribute('.pron-act', 'data-phase'), 'idle');
    await page.click('.pron-top button >> nth=2');
    await readyToListen(page);
    assert.equal(await page.getAttribute('.pron-main', 'aria-disabled'), 'false');
    assert.equal(await page.locator('.pron-alert').count(), 0);
  });

  it('is told the weakest thing, and finds the results of this device after a reload: saved as a table, deleted by one button', async () => {
    await tryBundled(page, 1);
    await page.waitForSelector('.pron-score strong');
    const word = (await page.textContent('.pron-told b')) ?? '';
    assert.ok((await page.locator('.pron-word:not([data-state=right])').allTextContents()).some((text) => text.startsWith(word)), word);
    await page.reload();
    await readyToListen(page);
    await page.click('.pron-settings');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('.pron-diary button >> nth=0')]);
    const table = readFileSync(await saved.path(), 'utf8');
    assert.match(table, /기차도 전기도 없었다/);
    await page.click('.pron-delete');
    await page.waitForSelector('.pron-diary [role=status]:has-text("All results are deleted.")');
    const [empty] = await Promise.all([page.waitForEvent('download'), page.click('.pron-diary button >> nth=0')]);
    assert.doesNotMatch(readFileSync(await empty.path(), 'utf8'), /기차도/);
  });

  it('uses nothing but the keyboard', async () => {
    await page.focus('.pron-main');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.pron-stop');
    const focused = await page.evaluate(() => document.activeElement?.className);
    assert.match(focused ?? '', /pron-main/, 'the same place stops as well');
    await page.keyboard.press('Space');
    await page.waitForSelector('.pron-result .pron-score');
  });

  it('sees the sentences that the teacher has written meanwhile', async () => {
    appendFileSync(join(station.red.userDir, 'pronunciation-sentences.txt'), '\n[de]\nGuten Morgen zusammen\n');
    const other = await station.learner();
    await chooseLanguage(other.page, 'de');
    await other.page.waitForFunction(() => document.querySelector('.pron-sentence')?.textContent?.includes('Guten Morgen'));
    await readyToListen(other.page);
    await other.close();
    assert.deepEqual(other.complaints, []);
  });

  it('is told which line of the list is not understood', async () => {
    const list = join(station.red.userDir, 'pronunciation-sentences.txt');
    const good = readFileSync(list);
    writeFileSync(list, '[en]\nHello there\n[klingonese]\nnuqneH\n');
    const other = await station.learner();
    await other.page.waitForSelector('.pron-list:has-text("Line 3 of pronunciation-sentences.txt is not understood: “[klingonese]”.")');
    await other.close();
    writeFileSync(list, good);
    assert.deepEqual(other.complaints, []);
  });

  it('does not see what another learner has scored', async () => {
    const other = await station.learner();
    await tryBundled(page, 0);
    await tryBundled(other.page, 1);
    await page.waitForSelector('.pron-score strong');
    await other.page.waitForSelector('.pron-score strong');
    const [mine, theirs] = [await scoreOn(page), await scoreOn(other.page)];
    assert.ok(mine >= 85 && theirs <= mine - 15, `${mine} ${theirs}`);
    const third = await station.learner();
    await tryBundled(page, 3);
    await page.waitForSelector('.pron-hint:has-text("not scored")');
    assert.equal(await scoreOn(other.page), theirs);
    assert.equal(await third.page.locator('.pron-score').count(), 0);
    for (const one of [other, third]) {
      await one.close();
      assert.deepEqual(one.complaints, []);
    }
  });

  it('learns why the browser gives no microphone away from HTTPS, and is offered that of the machine', async () => {
    const far = await station.learner({ host: 'pi.example' });
    await far.page.click('.pron-settings');
    assert.match((await far.page.textContent('.pron-insecure')) ?? '', /only over HTTPS/);
    assert.equal(await far.page.isChecked('input[value=machine]'), true);
    assert.equal(await far.page.isDisabled('input[value=browser]'), true);
    await far.close();
  });

  it('gets a failure in the language of the page, though Node-RED speaks another one', async () => {
    const other = await station.learner({ locale: 'ko-KR' });
    await useMachine(other.page);
    await other.page.click('.pron-main');
    await other.page.waitForSelector('.pron-alert');
    const told = (await other.page.textContent('.pron-alert')) ?? '';
    assert.match(told, /마이크/);
    assert.doesNotMatch(told, /microphone|Plug|lists/);
    await other.close();
    assert.deepEqual(other.complaints, []);
  });

  it('gets one sentence where the machine has no microphone', async () => {
    await useMachine(page);
    await page.click('.pron-main');
    await page.waitForSelector('.pron-alert');
    assert.match((await page.textContent('.pron-alert')) ?? '', /microphone/);
    assert.equal(await page.getAttribute('.pron-main', 'aria-disabled'), 'false');
  });
});
