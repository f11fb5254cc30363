import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { acquireEngine, type Engine } from '../../engine/engine';
import { packageRoot } from '../../base/package-root';
import { LONG_SECONDS, scoreJob } from './mels';
import { endsWithin, isAlive, rejection, sleep } from './waiting';
import { watchEngines, type EngineWatch } from './watch-engines';

describe('the engine', function () {
  this.timeout(60_000);
  let engine: Engine;
  let watch: EngineWatch;

  beforeEach(() => {
    watch = watchEngines();
    engine = acquireEngine();
  });
  afterEach(async () => {
    watch.stop();
    await engine.release();
  });

  it('starts with the first job and works in a process of its own', async () => {
    assert.equal(typeof engine.pid, 'undefined');
    const result = await engine.run(scoreJob(1));
    assert.ok(engine.pid !== undefined && engine.pid !== process.pid && isAlive(engine.pid));
    assert.equal(result.model, 'default');
    assert.equal(result.verdict === 'scored', result.value !== null);
    assert.ok(result.distance !== null && Number.isFinite(result.distance));
    assert.equal(result.frames.hopMs, 40);
    assert.equal(result.frames.distance.length, 75);
  });

  it('fails only the job that was running when the process is killed', async () => {
    await engine.run(scoreJob(1));
    const running = engine.run(scoreJob(2, LONG_SECONDS));
    const pid = await watch.atWork();
    process.kill(pid, 'SIGKILL');
    const error = await rejection(running, 'PRON_ENGINE_DIED');
    assert.equal(error.details['reason'], 'SIGKILL');
    assert.equal(error.details['job'], 'score');
    assert.ok(Number.isFinite((await engine.run(scoreJob(3))).distance));
    assert.notEqual(engine.pid, pid);
  });

  it('goes on with three waiting jobs after the first was killed', async () => {
    await engine.run(scoreJob(1));
    const first = engine.run(scoreJob(2, LONG_SECONDS));
    const others = [3, 4, 5].map((seed) => engine.run(scoreJob(seed)));
    process.kill(await watch.atWork(), 'SIGKILL');
    await rejection(first, 'PRON_ENGINE_DIED');
    for (const result of await Promise.all(others)) assert.ok(Number.isFinite(result.distance));
  });

  it('does not mind being killed while it idles', async () => {
    await engine.run(scoreJob(1));
    process.kill(engine.pid ?? 0, 'SIGKILL');
    for (let pid: number | undefined = engine.pid; pid !== undefined; pid = engine.pid) await sleep(5);
    assert.ok(Number.isFinite((await engine.run(scoreJob(2))).distance));
  });

  it('refuses a job when 64 are waiting', async () => {
    await engine.run(scoreJob(1));
    const accepted = Array.from({ length: 65 }, () => engine.run({ kind: 'models' }));
    const error = await rejection(engine.run({ kind: 'models' }), 'PRON_BUSY');
    assert.equal(error.details['waiting'], 64);
    for (const models of await Promise.all(accepted)) assert.ok(models.some((model) => model.name === 'default'));
    await engine.run({ kind: 'models' });
  });

  it('ends a job that takes longer than its limit and does the next one', async () => {
    await engine.run(scoreJob(1));
    const { pid } = engine;
    const slow = engine.run(scoreJob(2, LONG_SECONDS), { timeoutMs: 100 });
    const next = engine.run(scoreJob(3));
    const error = await rejection(slow, 'PRON_TIMEOUT');
    assert.equal(error.details['seconds'], 0.1);
    assert.ok(Number.isFinite((await next).distance));
    assert.ok(pid !== undefined && !isAlive(pid));
  });

  it('does not count the start of the process against the limit of a job', async () => {
    assert.ok((await engine.run({ kind: 'models' }, { timeoutMs: 150 })).length > 0);
  });

  it('leaves no process behind after the last release', async () => {
    const second = acquireEngine();
    await engine.run(scoreJob(1));
    const { pid } = engine;
    assert.ok(pid !== undefined);
    await engine.release();
    assert.ok(isAlive(pid), 'another holder is left');
    const running = second.run(scoreJob(2, LONG_SECONDS));
    const waiting = second.run(scoreJob(3));
    await watch.atWork();
    const started = performance.now();
    const rejections = [rejection(running, 'PRON_CLOSED'), rejection(waiting, 'PRON_CLOSED')];
    await second.release();
    assert.ok(performance.now() - started < 1000);
    assert.ok(!isAlive(pid));
    await Promise.all(rejections);
  });

  it('stops the jobs of a holder that leaves and goes on with those of the others', async () => {
    const second = acquireEngine();
    await engine.run(scoreJob(1));
    const mine = [engine.run(scoreJob(2, 30)), engine.run(scoreJob(3))];
    const theirs = second.run(scoreJob(4));
    const rejections = mine.map((job) => rejection(job, 'PRON_CLOSED'));
    await engine.release();
    await Promise.all(rejections);
    await rejection(engine.run({ kind: 'models' }), 'PRON_CLOSED');
    assert.ok(Number.isFinite((await theirs).distance));
    await second.release();
  });

  it('can be acquired again after it ended', async () => {
    await engine.run({ kind: 'models' });
    const closing = engine.release();
    engine = acquireEngine();
    assert.ok((await engine.run({ kind: 'models' })).length > 0);
    await closing;
  });

  it('fails a job that can not be sent and goes on', async () => {
    const broken = { kind: 'models', modelFolders: [() => undefined] as unknown as string[] } as const;
    await rejection(engine.run(broken), 'PRON_INTERNAL');
    assert.ok((await engine.run({ kind: 'models' })).length > 0);
  });

  it('does not keep its parent alive while it idles, and ends with it', async () => {
    const script = join(packageRoot(), 'test', 'engine', 'fixtures', 'idle-parent.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath, ['--require', require.resolve('tsx/cjs'), script], { timeout: 20_000 },
    );
    const pid = Number(stdout);
    assert.ok(pid > 0);
    assert.ok(await endsWithin(pid, 2000));
  });

  it('ends when its parent is killed', async () => {
    const script = join(packageRoot(), 'test', 'engine', 'fixtures', 'killed-parent.ts');
    const error = await promisify(execFile)(
      process.execPath, ['--require', require.resolve('tsx/cjs'), script], { timeout: 20_000 },
    ).catch((reason: unknown) => reason as { signal: string; stdout: string });
    assert.equal((error as { signal: string }).signal, 'SIGKILL');
    const pid = Number(error.stdout);
    assert.ok(pid > 0);
    assert.ok(await endsWithin(pid, 2000));
  });
});
