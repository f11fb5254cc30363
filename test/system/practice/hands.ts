import type { Page } from 'playwright-core';

/** What a learner does on the practice page. */

/** Scores the n-th bundled recording of the language, counted from 0. */
export async function tryBundled(page: Page, n: number): Promise<void> {
  await page.click('.pron-settings');
  await page.click(`.pron-try button >> nth=${n}`);
}

/** Does something in the settings and closes them. */
export async function inSettings(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.click('.pron-settings');
  await act();
  await page.keyboard.press('Escape');
}

export async function useMachine(page: Page): Promise<void> {
  await inSettings(page, () => page.check('input[value=machine]'));
}

/** Chooses the first sentence of a language. */
export async function chooseLanguage(page: Page, tag: string): Promise<void> {
  await page.click('.pron-chosen');
  await page.selectOption('.pron-language', tag);
  await page.click('.pron-sentences button >> nth=0');
}

/** Writes a sentence of one's own and waits until the voice has said it. */
export async function writeSentence(page: Page, text: string, tag?: string): Promise<void> {
  await page.click('.pron-chosen');
  if (tag !== undefined) await page.selectOption('.pron-language', tag);
  await page.fill('.pron-own input', text);
  await page.keyboard.press('Enter');
  await readyToListen(page);
}

export async function readyToListen(page: Page): Promise<void> {
  await page.waitForSelector('.pron-listen-usual:not([disabled])');
}

/** Records as a learner does, with the microphone that is chosen. The page ends the recording by itself where somebody has spoken. */
export async function record(page: Page): Promise<void> {
  await page.click('.pron-main');
  await page.waitForSelector('.pron-stop');
}

/** The score that the page shows, once there is one. */
export async function scoreOn(page: Page): Promise<number> {
  return Number(await page.locator('.pron-score strong').textContent());
}

/** Presses a button that plays something. @returns how long that lasts, s */
export async function secondsPlayed(page: Page, button: string): Promise<number> {
  await page.evaluate(() => { (window as unknown as { played?: HTMLAudioElement }).played?.removeAttribute('src'); });
  await page.click(button);
  return page.evaluate(async () => {
    const audio = (window as unknown as { played: HTMLAudioElement }).played;
    while (!(audio.duration > 0) || audio.paused) await new Promise((resolve) => setTimeout(resolve, 20));
    return audio.duration / audio.playbackRate;
  });
}
