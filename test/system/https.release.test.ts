import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../support/chromium';
import { needsProgram } from '../support/programs';
import { eventually, ROOT, temporaryFolder } from './support/node-red';
import { practiceFlow } from './practice/station';

/** What docs/https.md tells to type and to write, as it stands there. */
function documented(): { readonly openssl: string; readonly settings: string } {
  const text = readFileSync(join(ROOT, 'docs', 'https.md'), 'utf8');
  const openssl = /^ {4}(openssl .*)$/m.exec(text)?.[1] ?? '';
  const settings = /^ {4}https: (\{[\s\S]*?^ {4}\}),$/m.exec(text)?.[1] ?? '';
  return { openssl, settings };
}

/** A Node-RED with the practice flow and the documented settings. */
async function runWithHttps(): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const { findFreePort } = await import('../../tools/lib/ports.mjs');
  const { startNodeRed, stopNodeRed } = await import('../../tools/lib/node-red.mjs');
  const userDir = temporaryFolder();
  const { openssl, settings } = documented();
  execFileSync('sh', ['-c', openssl], { cwd: userDir, stdio: 'ignore' });
  const shared = JSON.stringify(join(ROOT, 'tools', 'lib', 'node-red-settings.cjs'));
  const file = join(userDir, 'settings.js');
  writeFileSync(file, `module.exports = { ...require(${shared}), https: ${settings} };\n`);
  writeFileSync(join(userDir, 'flows.json'), JSON.stringify(practiceFlow()));
  const port = await findFreePort(0);
  const child = startNodeRed({ userDir, port, settings: file, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (log += text.toString()));
  const stop = async (): Promise<void> => {
    await stopNodeRed(child);
    rmSync(userDir, { recursive: true, force: true, maxRetries: 5 });
  };
  await eventually(`the flows to start, after ${log}`, () => Promise.resolve(log.includes('Started flows') || undefined), 60_000);
  return { port, stop };
}

describe('HTTPS as docs/https.md describes it', function () {
  this.timeout(120_000);

  it('lets a page on another device use its own microphone', async function () {
    needsProgram(this, 'chromium');
    needsProgram(this, 'openssl');
    const { port, stop } = await runWithHttps();
    const browser = await launchChromium(['--host-resolver-rules=MAP raspberrypi.local 127.0.0.1', '--ignore-certificate-errors']);
    try {
      const page = await browser.newPage();
      await page.goto(`https://raspberrypi.local:${port}/dashboard/practice`);
      await page.waitForSelector('.pron-listen-usual:not([disabled])');
      assert.equal(await page.isEnabled('input[value=browser]'), true);
      assert.equal(await page.isChecked('input[value=browser]'), true);
    } finally {
      await browser.close();
      await stop();
    }
  });
});
