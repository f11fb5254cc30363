import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe("What npm start tells of Node-RED's log", () => {
  const load = () => import('../../tools/start/log.mjs');
  let log: Awaited<ReturnType<typeof load>>;
  before(async () => (log = await load()));
  const at = (text: string): string | undefined => log.toTell(`2 Dec 10:38:21 - ${text}`);

  it('are errors, warnings of nodes, and nodes that are missing, each in a line', () => {
    assert.equal(at('[error] [pron-mic:microphone] There is no microphone default.'), 'Error: microphone: There is no microphone default.');
    assert.equal(at('[error] [function:] TypeError: x\n    at y'), 'Error: function: TypeError: x');
    assert.equal(at('[warn] [pron-tts:lower voice] What it speaks is not the text.'), 'Warning: lower voice: What it speaks is not the text.');
    assert.equal(at("[warn] [@scope/name/ui-page] Error: Cannot find module 'x'"), "Warning: [@scope/name/ui-page] Error: Cannot find module 'x'");
    assert.equal(at('[info] Waiting for missing types to be registered:\n - ui-page'), 'Warning: Waiting for missing types to be registered: - ui-page');
  });

  it('are not the warnings of what is as it should be', () => {
    for (const text of [
      '[info] \n\nWelcome to Node-RED', '[warn] rpi-gpio : Raspberry Pi specific node set inactive', '[warn] ----------', '[warn] Projects disabled : no',
      '[warn] \n\n-----\nYour flow credentials file is encrypted using a system-generated key.', '[warn] Encrypted credentials not found',
      '[info] [ui-base:Pronunciation] Node-RED Dashboard 2.0 (v1.31.0) started at /dashboard',
    ]) assert.equal(at(text), undefined, text);
    assert.equal(log.toTell('ALSA lib confmisc.c:855: cannot find card'), undefined);
  });

  it('are told as they come, while all of it goes to a file, whose former version stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pron-log-'));
    const file = join(folder, 'node-red.log');
    try {
      for (const [count, text] of ['one', 'two'].entries()) {
        const lines = `1 Jan 00:00:00 - [info] begins\n1 Jan 00:00:00 - [error] [mic:m] ${text}\n  at x\n1 Jan 00:00:00 - [info] ends`;
        const child = spawn(process.execPath, ['-e', `process.stderr.write(${JSON.stringify(lines)})`], { stdio: ['ignore', 'pipe', 'pipe'] });
        const told: string[] = [];
        const lastLines = log.keepLog(child, file, (line) => told.push(line));
        await once(child, 'close');
        assert.deepEqual(told, [`Error: m: ${text}`]);
        assert.ok(lastLines().includes(text));
        while (readFileSync(file, 'utf8') !== lines) await new Promise((resolve) => setTimeout(resolve, 10));
        assert.equal(statSync(file).mode & 0o077, 0);
        if (count === 1) assert.ok(readFileSync(`${file}.old`, 'utf8').includes('one'));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
