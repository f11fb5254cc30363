import assert from 'node:assert/strict';
import childProcess, { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../base/package-root';
import { PronError } from '../../base/errors';
import { createSupervisor, type Supervisor } from '../../engine/supervisor';
import { needsProgram } from '../support/programs';
import { syntheticWav } from '../support/synthetic-speech';
import { LONG_SECONDS, scoreJob } from './mels';
import { isAlive, rejection } from './waiting';
import { watchEngines, type EngineWatch } from './watch-engines';

const OWNER = Symbol('test');
const MODELS = { kind: 'models' } as const;

describe('an engine that dies at a bad moment', function () {
  this.timeout(30_000);
  let supervisor: Supervisor;
  let watch: EngineWatch;

  beforeEach(() => {
    watch = watchEngines();
    supervisor = createSupervisor();
  });
  afterEach(async () => {
    watch.stop();
    await supervisor.stop();
  });

  const kill = (signal: NodeJS.Signals): void => void process.kill(supervisor.pid ?? 0, signal);

  it('loses no job when it is killed while it idles, unnoticed', async () => {
    await supervisor.run(MODELS, OWNER);
    for (let time = 0; time < 3; time++) {
      kill('SIGKILL');
      assert.ok((await supervisor.run(MODELS, OWNER)).length > 0);
    }
  });

  it('fails one job only when it is killed while it starts', async () => {
    const first = supervisor.run(MODELS, OWNER);
    const second = supervisor.run(MODELS, OWNER);
    kill('SIGKILL');
    await rejection(first, 'PRON_ENGINE_DIED');
    assert.ok((await second).length > 0);
  });

  it('keeps the answer that it has given just before', async () => {
    await supervisor.run(MODELS, OWNER);
    const answered = supervisor.run(MODELS, OWNER).then((models) => {
      kill('SIGKILL');
      return models;
    });
    const next = supervisor.run(MODELS, OWNER);
    assert.ok((await answered).length > 0);
    // It was sent with the answer: the engine may have taken it before it was killed.
    const end = await next.catch((error: unknown) => error);
    assert.ok(Array.isArray(end) || (end instanceof PronError && end.code === 'PRON_ENGINE_DIED'), String(end));
  });

  it('fails two jobs when it is killed twice in a row, and does the third', async () => {
    await supervisor.run(MODELS, OWNER);
    const jobs = [1, 2].map((seed) => supervisor.run(scoreJob(seed, LONG_SECONDS), OWNER));
    const third = supervisor.run(MODELS, OWNER);
    for (const job of jobs) {
      const dead = rejection(job, 'PRON_ENGINE_DIED');
      await watch.atWork();
      kill('SIGKILL');
      await dead;
    }
    assert.ok((await third).length > 0);
  });

  it('says that memory ran out when a limit ends it', async function () {
    needsProgram(this, 'prlimit');
    await supervisor.run(MODELS, OWNER);
    const job = rejection(supervisor.run({ kind: 'noise', wav: syntheticWav({ seconds: 100 }), options: {} }, OWNER), 'PRON_ENGINE_DIED');
    await watch.atWork();
    assert.equal(spawnSync('prlimit', ['--pid', String(supervisor.pid), '--data=1000000']).status, 0);
    const { message } = await job;
    // A failed allocation that nobody checks says nothing: it ends the process with SIGSEGV.
    assert.match(message, /SIG[A-Z]+.*(out of memory|bad_alloc)|\(SIGSEGV\)/);
    assert.ok((await supervisor.run(MODELS, OWNER)).length > 0);
  });

  it('does not block its parent when it no longer reads, and is ended', async () => {
    await supervisor.run(MODELS, OWNER);
    const { pid } = supervisor;
    kill('SIGSTOP');
    const before = performance.now();
    // Far more than the channel between two processes holds.
    const job = supervisor.run({ kind: 'inspect', wav: Buffer.alloc(20_000_000) }, OWNER, { timeoutMs: 300 });
    assert.ok(performance.now() - before < 200);
    await rejection(job, 'PRON_TIMEOUT');
    assert.ok((await supervisor.run(MODELS, OWNER)).length > 0);
    assert.ok(pid !== undefined && !isAlive(pid));
  });

  it('is an error of each job, and no more, when no process can be started', async function () {
    needsProgram(this, 'prlimit');
    const script = join(packageRoot(), 'test', 'engine', 'fixtures', 'no-process-left.ts');
    const args = ['--require', require.resolve('tsx/cjs'), script];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 20_000 });
    assert.equal(stdout.trim(), Array(3).fill('PRON_ENGINE_START').join(' '));
  });

  it('is started with the next job when there was no memory for it', async () => {
    const { fork } = childProcess;
    childProcess.fork = () => {
      throw new Error('spawn node ENOMEM');
    };
    try {
      const { message } = await rejection(supervisor.run(MODELS, OWNER), 'PRON_ENGINE_START');
      assert.match(message, /ENOMEM/);
    } finally {
      childProcess.fork = fork;
    }
    assert.ok((await supervisor.run(MODELS, OWNER)).length > 0);
  });
});
