import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium';
import { needsProgram } from '../../support/programs';

/** Opens a lesson's page in a browser, lets `look` look at it, and fails where the page has complained. */
export async function withPage(test: Mocha.Context, address: string, look: (page: Page) => Promise<void>): Promise<void> {
  needsProgram(test, 'chromium');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(address);
    await look(page);
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
}
