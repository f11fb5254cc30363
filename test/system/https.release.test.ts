import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { machineNames } from '../../cli/certificate/machine-names';
import { pronunciation } from '../cli/support';
import { launchChromium } from '../support/chromium';
import { needsProgram } from '../support/programs';
import { eventually, ROOT, temporaryFolder } from './support/node-red';
import { practiceFlow } from './practice/station';

/** A phone whose user has gone past the warning: it asks for the page's microphone. Gives what the microphone is called. */
async function microphoneAt(browser: Browser, address: string): Promise<string> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    const widgets: string[] = [];
    page.on('response', (response) => widgets.push(`${response.status()} ${new URL(response.url()).pathname}`));
    await page.goto(address);
    await page.waitForSelector('.pron-main');
    await eventually('the dashboard', () => Promise.resolve(widgets.find((each) => each.endsWith('/dashboard/_setup'))));
    await page.waitForLoadState('networkidle').catch(() => undefined);
    assert.deepEqual(widgets.filter((each) => !/^(200|304|101) /.test(each)), []);
    return await page.evaluate(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      return stream.getAudioTracks()[0]?.label ?? '';
    });
  } finally {
    await context.close();
  }
}

const openBrowser = (...more: string[]): Promise<Browser> =>
  launchChromium(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', ...more]);

describe('npm start -- --https', function () {
  this.timeout(180_000);
  const home = temporaryFolder();
  const userDir = join(home, 'practice');
  let child: ChildProcess | undefined;
  let output = '';

  async function open(): Promise<string> {
    output = '';
    child = spawn(process.execPath, [join(ROOT, 'tools', 'start.mjs'), '--https'], {
      cwd: ROOT,
      env: { ...process.env, HOME: home, PRON_PRACTICE_DIR: userDir, PORT: '0', HTTPS_PORT: '0', FORCE_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += text.toString()));
    return eventually('the address', () => Promise.resolve(/^ {2}(https:\S+)$/m.exec(output)?.[1]), 120_000);
  }

  async function stop(): Promise<void> {
    if (child === undefined || child.exitCode !== null) return;
    child.kill('SIGINT');
    await once(child, 'exit');
  }

  before(function () {
    if (machineNames().addresses.length === 0) this.skip();
  });
  afterEach(stop);
  after(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

  it('lets a phone use its microphone, at the one address that it prints with a code and with what the phone asks', async function () {
    needsProgram(this, 'chromium');
    const address = await open();
    await eventually('the last line', () => Promise.resolve(/The log is in/.exec(output) ?? undefined));
    assert.deepEqual(output.match(/https?:\S+/g), [address]);
    assert.match(output, /█▀▀▀▀▀█/);
    assert.match(output, /not private or not secure/);
    assert.ok(machineNames().addresses.includes(new URL(address).hostname.replace(/^\[|\]$/g, '')));
    const browser = await openBrowser();
    try {
      assert.match(await microphoneAt(browser, address), /Fake/);
    } finally {
      await browser.close();
    }
  });

  it('opens neither the editor nor its API to others, and keeps its certificate', async () => {
    const { port, hostname } = new URL(await open());
    const certificate = readFileSync(join(userDir, 'pronunciation-certificate.pem'), 'utf8');
    const { get } = await import('node:https');
    const status = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        get({ host: hostname, port, path, ca: certificate, agent: false }, (response) => resolve(response.resume().statusCode)).on('error', reject);
      });
    assert.equal(await status('/dashboard/practice'), 200);
    for (const path of ['/flows', '/settings', '/red/red.js', '/pronunciation/mic/devices', '/dashboard/_debug/datastore/1']) assert.equal(await status(path), 404, path);
    const nodeRed = /at port (\d+)\./.exec(await eventually('the last line', () => Promise.resolve(output.includes('The log is in') ? output : undefined)))?.[1];
    assert.ok((await fetch(`http://127.0.0.1:${nodeRed}/flows`)).ok, 'on this machine the editor is open');
    await assert.rejects(fetch(`http://${hostname}:${nodeRed}/flows`, { signal: AbortSignal.timeout(3000) }));
    assert.equal(statSync(join(userDir, 'pronunciation-key.pem')).mode & 0o777, 0o600);
    await stop();
    await open();
    assert.equal(readFileSync(join(userDir, 'pronunciation-certificate.pem'), 'utf8'), certificate);
    assert.doesNotMatch(output, /A certificate was made/);
  });
});

/** A Node-RED with the practice flow and with further lines in its settings. `userDir` is removed when it stops. */
async function runWithSettings(userDir: string, lines: string): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const { findFreePort } = await import('../../tools/lib/ports.mjs');
  const { startNodeRed, stopNodeRed } = await import('../../tools/lib/node-red.mjs');
  const shared = JSON.stringify(join(ROOT, 'tools', 'lib', 'node-red-settings.cjs'));
  const settings = join(userDir, 'settings.js');
  writeFileSync(settings, `module.exports = { ...require(${shared}),\n${lines}\n};\n`);
  writeFileSync(join(userDir, 'flows.json'), JSON.stringify(practiceFlow()));
  const port = await findFreePort(0);
  const child = startNodeRed({ userDir, port, settings, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (log += text.toString()));
  const stop = async (): Promise<void> => {
    await stopNodeRed(child);
    rmSync(userDir, { recursive: true, force: true, maxRetries: 5 });
  };
  await eventually(`the flows to start, after ${log}`, () => Promise.resolve(log.includes('Started flows') || undefined), 60_000);
  return { port, stop };
}

describe('The lines that pronunciation certificate prints', function () {
  this.timeout(180_000);

  it("make a user's own Node-RED serve a page that may use the phone's microphone", async function () {
    needsProgram(this, 'chromium');
    const folder = temporaryFolder();
    const { stdout } = await pronunciation(['certificate', '--user-dir', folder, '--name', 'pi.school.example']);
    const lines = stdout.split('\n').filter((line) => line.startsWith('    ')).join('\n');
    const { port, stop } = await runWithSettings(folder, lines);
    const browser = await openBrowser('--host-resolver-rules=MAP pi.school.example 127.0.0.1');
    try {
      assert.match(await microphoneAt(browser, `https://pi.school.example:${port}/dashboard/practice`), /Fake/);
    } finally {
      await browser.close();
      await stop();
    }
  });
});
