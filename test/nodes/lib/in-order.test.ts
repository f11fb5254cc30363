import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { inOrder } from '../../../nodes/lib/in-order';

describe('Tasks in order', () => {
  it('lets a quick call not overtake a slow one, and goes on after a failure', async () => {
    const finished: number[] = [];
    const task = inOrder(async (ms: number) => {
      await sleep(ms);
      if (ms === 5) throw new Error('five');
      finished.push(ms);
      return ms;
    });
    const outcomes = await Promise.allSettled([task(30), task(5), task(1)]);
    assert.deepEqual(outcomes.map(({ status }) => status), ['fulfilled', 'rejected', 'fulfilled']);
    assert.deepEqual(finished, [30, 1]);
  });
});
