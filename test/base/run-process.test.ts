import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { outputOf, runProcess, type ProgramOptions, type RunningProcess } from '../../base/run-process';
import { isAlive, sleep } from '../engine/waiting';

/** A shell that ignores requests to end. */
const STUBBORN = 'trap "" TERM; while :; do sleep 0.01; done';

const shell = (script: string, options?: ProgramOptions): RunningProcess => runProcess('sh', ['-c', script], options);

describe('A process that is run', function () {
  this.timeout(10_000);
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pronunciation-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** A script that writes its process id, and that id once it has. */
  function told(script: string): { script: string; pid: () => Promise<number> } {
    const file = join(folder, 'pid');
    return {
      script: `echo $$ > '${file}.new'; mv '${file}.new' '${file}'; ${script}`,
      pid: async () => {
        while (!existsSync(file)) await sleep(5);
        return Number(readFileSync(file, 'utf8'));
      },
    };
  }

  it('gives its output, what it complains about, and its exit code', async () => {
    const end = await shell('echo out; echo trouble >&2; exit 3').ended;
    assert.deepEqual(end, { how: 'exited', code: 3, killedBy: null, stdout: Buffer.from('out\n'), stderr: 'trouble\n' });
  });

  it('gets its input, and may end without reading it', async () => {
    const much = Buffer.alloc(2_000_000, 'x');
    const end = await shell('wc -c', { input: much }).ended;
    assert.equal(end.stdout.toString().trim(), '2000000');
    assert.equal((await shell('exit 0', { input: much }).ended).how, 'exited');
  });

  it('has an empty input where none is given', async () => {
    assert.equal((await shell('cat; echo end').ended).stdout.toString(), 'end\n');
  });

  it('is not started where the program is missing, or an argument is impossible, and nothing is thrown', async () => {
    for (const [program, argument, code] of [[join(folder, 'nothing'), '', 'ENOENT'], ['sh', 'a\0b', 'ERR_INVALID_ARG_VALUE']] as const) {
      const end = await runProcess(program, [argument]).ended;
      assert.equal(end.how === 'not-started' && end.error.code, code);
    }
  });

  it('is not started where no file handle is left, and nothing is thrown', function () {
    if (process.platform === 'win32') this.skip();
    const program = join(folder, 'no-handles.js');
    writeFileSync(program, `
      const { runProcess } = require(${JSON.stringify(resolve(__dirname, '../../base/run-process'))});
      const { openSync, closeSync } = require('node:fs');
      const taken = [];
      try { for (;;) taken.push(openSync('/dev/null', 'r')); } catch {}
      runProcess('cat', [], { input: 'x' }).ended.then((end) => {
        taken.forEach((handle) => closeSync(handle));
        console.log(end.how, end.error.code);
      });
    `);
    const command = `ulimit -n 64; exec "${process.execPath}" --require "${require.resolve('tsx/cjs')}" "${program}"`;
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8', cwd: resolve(__dirname, '../..') });
    assert.equal(stdout.trim(), 'not-started EMFILE', stderr);
  });

  const kills = [
    ['aborted', 'aborted', {}],
    ['over its time limit', 'timeout', { timeoutMs: 300 }],
    ['idle', 'idle', { idleMs: 300 }],
  ] as const;
  for (const [name, how, limits] of kills) {
    it(`has ended when it is told to be ${name}, though it ignores requests to end`, async () => {
      const { script, pid } = told(STUBBORN);
      const control = new AbortController();
      const { ended } = shell(script, { ...limits, signal: control.signal });
      const id = await pid();
      if (how === 'aborted') control.abort();
      assert.equal((await ended).how, how);
      assert.equal(isAlive(id), false);
    });
  }

  it('is never started where its signal has aborted before', async () => {
    const file = join(folder, 'begun');
    const end = await shell(`touch '${file}'`, { signal: AbortSignal.abort() }).ended;
    assert.equal(end.how, 'aborted');
    await sleep(50);
    assert.equal(existsSync(file), false);
  });

  it('is not idle while it writes', async () => {
    const end = await shell('for i in 1 2 3 4 5 6 7 8; do echo $i; sleep 0.1; done', { idleMs: 600 }).ended;
    assert.equal(end.how, 'exited');
  });

  it('is killed when it writes more than allowed', async () => {
    const end = await shell('exec cat /dev/zero', { maxOutput: 100_000 }).ended;
    assert.equal(end.how, 'too-much-output');
  });

  it('may end in its own way when it is stopped, and what it still writes is read', async () => {
    const heard: Buffer[] = [];
    const run = shell('trap "echo last; exit 0" TERM; echo first; while :; do sleep 0.01; done', {
      onOutput: (chunk) => {
        heard.push(chunk);
        if (heard.length === 1) run.stop();
      },
    });
    const end = await run.ended;
    assert.equal(end.how === 'exited' && end.code, 0);
    assert.equal(Buffer.concat(heard).toString(), 'first\nlast\n');
    assert.equal(end.stdout.length, 0);
  });

  it('is killed after the grace time where it does not end when it is stopped', async () => {
    const { script, pid } = told(STUBBORN);
    const run = shell(script, { graceMs: 200 });
    const id = await pid();
    await sleep(50); // the trap
    run.stop();
    const end = await run.ended;
    assert.equal(end.how === 'exited' && end.killedBy, 'SIGKILL');
    assert.equal(isAlive(id), false);
  });

  it('has ended though a program that it started holds its output open', async () => {
    const began = Date.now();
    const end = await shell('sleep 5 & echo $!').ended;
    const grandchild = Number(end.stdout.toString());
    process.kill(grandchild, 'SIGKILL');
    assert.ok(Date.now() - began < 3000);
  });

  it('gives its output in the C locale, and an error where it fails', async () => {
    const limits = { timeoutMs: 5000 };
    assert.equal(await outputOf('sh', ['-c', 'echo "$LC_ALL"; echo trouble >&2'], limits), 'C\n');
    await assert.rejects(outputOf('sh', ['-c', 'echo trouble >&2; exit 3'], limits), { message: 'sh: trouble' });
    await assert.rejects(outputOf(join(folder, 'nothing'), [], limits), { message: /ENOENT/ });
  });
});
