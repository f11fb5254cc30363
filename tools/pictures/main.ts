import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { packageRoot } from '../../base/package-root';

const OUT = join(packageRoot(), 'docs', 'pictures');
const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Screens of learners, in pixels. */
const SIZES = { phone: [390, 844], touch: [800, 480], laptop: [1366, 768], projector: [1920, 1080] } as const;

/** The part of the workspace with the stages: the page, the voice, the learner, what is compared, and the score. */
const STAGES = { x: 0, y: 76, width: 2180, height: 850 };

/** The workspace alone; it runs in the editor. */
const HIDE_SIDES = `RED.menu.setSelected('menu-item-sidebar', false); RED.menu.setSelected('menu-item-palette', false);`;

async function photographFlow(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 2240, height: 1160 }, locale: 'en-US' });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => document.querySelectorAll('.red-ui-flow-node').length > 30);
  await page.evaluate(HIDE_SIDES);
  await page.waitForTimeout(2000); // the voices have said their sentences
  await page.screenshot({ path: join(OUT, 'flow.png'), clip: STAGES });
  await page.close();
}

async function photographDashboard(browser: Browser, address: string): Promise<void> {
  for (const [name, [width, height]] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport: { width, height }, locale: 'en-US' });
    await page.goto(`${address}/dashboard/practice`);
    await page.waitForSelector('.pron-listen-usual:not([disabled])');
    await page.click('.pron-settings');
    await page.click('.pron-try button >> nth=1');
    await page.waitForSelector('.pron-score strong');
    await page.waitForTimeout(1000); // the ring has grown
    await page.screenshot({ path: join(OUT, `practice-${name}.png`) });
    await page.close();
  }
}

/** Photographs the running practice flow for the README: `node tools/run.mjs tools/pictures`. */
async function main(): Promise<void> {
  const { findFreePort } = await import('../lib/ports.mjs');
  const { startNodeRed, stopNodeRed, waitUntilUp } = await import('../lib/node-red.mjs');
  const userDir = mkdtempSync(join(tmpdir(), 'pron-pictures-'));
  copyFileSync(join(packageRoot(), 'examples', 'dashboard', 'Practice station.json'), join(userDir, 'flows.json'));
  const port = await findFreePort(0);
  const child = startNodeRed({ userDir, port, stdio: 'ignore' });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: CHROMIUM_ARGS });
  try {
    const address = await waitUntilUp(child, port);
    mkdirSync(OUT, { recursive: true });
    await photographFlow(browser, address);
    await photographDashboard(browser, address);
  } finally {
    await browser.close();
    await stopNodeRed(child);
    rmSync(userDir, { recursive: true, force: true });
  }
}

void main();
