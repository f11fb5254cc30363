import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { cpuMs } from '../../bench/cpu';

describe('cpuMs', function () {
  this.timeout(20_000);

  it('counts time at work and not time spent waiting', async () => {
    let sum = 0;
    const work = (): void => {
      for (let i = 0; i < 3e6; i += 1) sum += Math.sqrt(i);
    };
    const working = await cpuMs(work, 5, 1);
    const waiting = await cpuMs(() => sleep(30), 5, 1);
    assert.ok(sum > 0);
    assert.ok(working > 1, `working ${working}`);
    assert.ok(waiting < 15, `waiting ${waiting}`);
  });

  it('calls the work once for each warm-up and repeat', async () => {
    let calls = 0;
    await cpuMs(() => (calls += 1), 7, 3);
    assert.equal(calls, 10);
  });
});
