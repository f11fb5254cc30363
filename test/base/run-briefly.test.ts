import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runBriefly } from '../../base/run-briefly';
import { isAlive, sleep } from '../engine/waiting';

describe('A program that is run briefly', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives what it says, in English', async () => {
    assert.equal(await runBriefly('sh', ['-c', 'echo "$LC_ALL"; echo trouble >&2'], { timeoutMs: 5000 }), 'C\n');
  });

  it('is a failure where it fails, or is not there', async () => {
    await assert.rejects(runBriefly('sh', ['-c', 'exit 3'], { timeoutMs: 5000 }), { code: 3 });
    await assert.rejects(runBriefly(join(folder, 'nothing'), [], { timeoutMs: 5000 }), { code: 'ENOENT' });
  });

  for (const [name, timeoutMs] of [['called off', 60_000], ['taking too long', 1000]] as const) {
    it(`has ended when it is told to be ${name}, though it ignores requests to end`, async () => {
      const file = join(folder, 'pid');
      const control = new AbortController();
      const script = `trap "" TERM; echo $$ > '${file}.new'; mv '${file}.new' '${file}'; while :; do sleep 0.01; done`;
      const running = runBriefly('sh', ['-c', script], { timeoutMs, signal: control.signal });
      const rejected = assert.rejects(running);
      while (!existsSync(file)) await sleep(5);
      const pid = Number(readFileSync(file, 'utf8'));
      if (timeoutMs > 10_000) control.abort();
      await rejected;
      assert.equal(isAlive(pid), false);
    });
  }
});
