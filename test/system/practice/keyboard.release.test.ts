import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readyToListen } from './hands';
import { stationOfTests } from './station';

/** More presses of Tab than any panel has places. */
const MOST_TABS = 120;

/** Goes on by Tab until something is focused. Every place on the way must show that it has the focus. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate(() => document.hasFocus() && document.activeElement !== document.body))) continue;
    await isSeen(page);
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) === true, wanted)) return;
  }
  assert.fail(`Tab does not come to ${wanted}.`);
}

/** That what has the focus lies in the window, on top, with an outline. */
async function isSeen(page: Page): Promise<void> {
  const focused = await page.evaluate(() => {
    const own = document.activeElement as HTMLElement;
    own.scrollIntoView({ block: 'nearest' });
    // A file's field is unseen: its label has the outline.
    const shown = own.closest('.pron-file') ?? own;
    const { left, top, width, height } = shown.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    return { html: own.outerHTML.slice(0, 200), isOutlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, isOnTop: shown.contains(onTop) || onTop?.contains(shown) === true };
  });
  assert.deepEqual([focused.isOutlined, focused.isOnTop], [true, true], focused.html);
}
const press = async (page: Page, wanted: string): Promise<void> => {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
};
/** A panel is closed, and the focus is back on what opened it. */
async function closePanel(page: Page, opener: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForSelector('.pron-panel[open]', { state: 'detached' });
  assert.ok(await page.evaluate((selector) => document.activeElement?.matches(selector), opener), `the focus is not back on ${opener}`);
}

describe('The practice page without a mouse', function () {
  this.timeout(120_000);
  const station = stationOfTests();

  it('leads from its start to a result, and from there to a list that is saved; the focus is always seen and never lost', async () => {
    const { page, complaints, close } = await station.learner();
    await press(page, '.pron-listen-usual');
    await press(page, '.pron-main');
    await page.waitForSelector('.pron-result .pron-score strong');
    assert.ok(await page.evaluate(() => document.activeElement?.matches('.pron-main')), 'ready to record again');
    await press(page, '.pron-settings');
    await tabTo(page, '.pron-ui');
    await closePanel(page, '.pron-settings');
    await press(page, 'button.pron-word');
    await press(page, '.pron-word-card .pron-close');
    await isSeen(page);
    assert.ok(await page.evaluate(() => document.activeElement?.matches('button.pron-word')), 'back on the word');
    await press(page, '.pron-chosen');
    await press(page, '.pron-edit');
    await press(page, '.pron-add-sentence');
    await page.keyboard.type('비가 와요');
    await press(page, '.pron-row-sentence:last-child .pron-row-remove');
    await isSeen(page);
    await press(page, '.pron-add-sentence');
    await page.keyboard.type('눈이 와요');
    await press(page, '.pron-save [type=submit]');
    await page.waitForSelector('.pron-save [role=status]:has-text("The list is saved.")');
    await isSeen(page);
    assert.match(readFileSync(join(station.red.userDir, 'pronunciation-sentences.txt'), 'utf8'), /눈이 와요/);
    await closePanel(page, '.pron-chosen');
    await press(page, '.pron-chosen');
    await press(page, '.pron-sentences button');
    await readyToListen(page);
    assert.ok(await page.evaluate(() => document.activeElement?.matches('.pron-chosen')), 'back where the sentences were opened');
    await close();
    assert.deepEqual(complaints, []);
  });
});
