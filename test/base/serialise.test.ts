import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { PronError } from '../../base/errors';
import { createTaskQueue, mapInParallel, serialise } from '../../base/serialise';

describe('A queue of tasks', () => {
  const slow = (finished: number[]) => (ms: number) => async (): Promise<number> => {
    await sleep(ms);
    if (ms === 5) throw new Error('five');
    finished.push(ms);
    return ms;
  };

  it('runs one after the other in the order they came, and goes on after a failure', async () => {
    const finished: number[] = [];
    const task = slow(finished);
    const enqueue = createTaskQueue();
    const outcomes = await Promise.allSettled([30, 5, 1].map((ms) => enqueue(task(ms))));
    assert.deepEqual(outcomes.map(({ status }) => status), ['fulfilled', 'rejected', 'fulfilled']);
    assert.deepEqual(finished, [30, 1]);
  });

  it('runs as many at a time as it is told', async () => {
    let running = 0;
    let most = 0;
    const enqueue = createTaskQueue({ parallel: 3 });
    const task = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await sleep(2);
      running--;
    };
    await Promise.all(Array.from({ length: 10 }, () => enqueue(task)));
    assert.equal(most, 3);
  });

  it('refuses a task that finds no place, and takes the next one when there is room', async () => {
    const enqueue = createTaskQueue({ maxWaiting: 2 });
    const all = [1, 2, 3].map((ms) => enqueue(() => sleep(ms)));
    await assert.rejects(enqueue(() => sleep(1)), { code: 'PRON_BUSY' });
    await Promise.all(all);
    assert.equal(await enqueue(() => Promise.resolve(1)), 1);
    const strict = createTaskQueue({ maxWaiting: 0, refuse: () => new PronError('PRON_TRIAL_RUNNING') });
    void strict(() => sleep(1));
    await assert.rejects(strict(() => sleep(1)), { code: 'PRON_TRIAL_RUNNING' });
  });

  it('lets a task go that is called off while it waits, and the others keep their order', async () => {
    const finished: number[] = [];
    const task = slow(finished);
    const enqueue = createTaskQueue();
    const calledOff = new AbortController();
    const first = enqueue(task(10));
    const second = enqueue(task(20), { signal: calledOff.signal });
    const third = enqueue(task(1));
    calledOff.abort(new Error('called off'));
    await assert.rejects(second, /called off/);
    await assert.rejects(enqueue(task(1), { signal: calledOff.signal }), /called off/);
    await Promise.all([first, third]);
    assert.deepEqual(finished, [10, 1]);
  });

  it('makes the calls of a function wait for each other', async () => {
    const finished: number[] = [];
    const task = serialise((ms: number) => slow(finished)(ms)());
    await Promise.all([task(20), task(1)]);
    assert.deepEqual(finished, [20, 1]);
  });
});

describe('Work on a list', () => {
  it('keeps the order of the results and starts no more than it is told', async () => {
    let running = 0;
    let most = 0;
    const results = await mapInParallel([5, 1, 3], 2, async (ms) => {
      most = Math.max(most, ++running);
      await sleep(ms);
      running--;
      return ms * 2;
    });
    assert.deepEqual(results, [10, 2, 6]);
    assert.equal(most, 2);
  });
});
