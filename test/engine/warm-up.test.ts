import assert from 'node:assert/strict';
import type { Job } from '../../engine/jobs';
import { createJobRunner } from '../../engine/child-jobs/run-job';
import { createInference } from '../../engine/inference';
import { createWarmUp } from '../../engine/warm-up';
import { sleep } from './waiting';

const JOBS: Job[] = [1, 2, 3, 4].map((seed) => ({ kind: 'inspect', wav: Uint8Array.of(seed) }));

function recorded(idleMs = 5) {
  const done: Job[] = [];
  const runJob = (job: Job): Promise<unknown> => Promise.resolve(done.push(job));
  return { done, warmUp: createWarmUp(runJob, { idleMs, jobs: () => Promise.resolve([...JOBS]) }) };
}

describe('the warm-up of the engine', () => {
  it('does all its jobs once while nobody waits, and none twice', async () => {
    const { done, warmUp } = recorded();
    warmUp.resume();
    while (done.length < JOBS.length) await sleep(1);
    assert.deepEqual(done, JOBS);
    warmUp.pause();
    warmUp.resume();
    await sleep(50);
    assert.equal(done.length, JOBS.length);
  });

  it('does nothing while somebody waits, and goes on afterwards', async () => {
    const { done, warmUp } = recorded(1);
    await sleep(20);
    assert.equal(done.length, 0);
    warmUp.resume();
    while (done.length < 2) await sleep(1);
    warmUp.pause();
    const before = done.length;
    await sleep(50);
    assert.ok(done.length <= before + 1, 'the one that was under way, at most');
    warmUp.resume();
    while (done.length < JOBS.length) await sleep(1);
    await sleep(50);
    assert.equal(done.length, JOBS.length);
  });

  it('ends at the first failure, and keeps it to itself', async () => {
    let tries = 0;
    const warmUp = createWarmUp(() => Promise.reject(new Error(`broken ${++tries}`)), {
      idleMs: 1,
      jobs: () => Promise.resolve([...JOBS]),
    });
    warmUp.resume();
    while (tries < 1) await sleep(1);
    await sleep(50);
    assert.equal(tries, 1);
  });

  it('runs what a recording of a learner goes through', async () => {
    const kinds = new Map<string, number>();
    const runJob = createJobRunner(createInference());
    const warmUp = createWarmUp(
      async (job) => {
        await runJob(job);
        kinds.set(job.kind, (kinds.get(job.kind) ?? 0) + 1);
      },
      { idleMs: 1 },
    );
    warmUp.resume();
    while ((kinds.get('mel') ?? 0) < 10) await sleep(10);
    assert.deepEqual([...kinds], [['inspect', 10], ['noise', 10], ['vad', 10], ['mel', 10]]);
  }).timeout(20_000);
});
