import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { measure, measureInTurn, summaryOf } from '../../../trials/bench/measure';

describe('measure', function () {
  this.timeout(20_000);

  it('counts as CPU time work and not waiting, and both as wall time', async () => {
    let sum = 0;
    const work = (): void => {
      for (let i = 0; i < 3e6; i += 1) sum += Math.sqrt(i);
    };
    const working = await measure(work, { repeats: 5, warmUp: 1 });
    const waiting = await measure(() => sleep(60), { repeats: 5, warmUp: 1 });
    assert.ok(sum > 0);
    assert.ok((working.cpu?.median ?? 0) > 1, `working ${working.cpu?.median}`);
    assert.ok((waiting.cpu?.median ?? 99) < 30, `waiting ${waiting.cpu?.median}`);
    assert.ok(waiting.wall.median > 55, `waited ${waiting.wall.median}`);
  });

  it('calls the work once for each warm-up and repeat', async () => {
    let calls = 0;
    await measure(() => (calls += 1), { repeats: 7, warmUp: 3 });
    assert.equal(calls, 10);
  });

  it('takes several works in turn, so that no one of them gets the slow minutes of a machine alone', async () => {
    let calls = '';
    const work = (name: string, repeats: number) => ({ run: () => void (calls += name), repeats: { repeats, warmUp: 1 } });
    const times = await measureInTurn([work('a', 10), work('b', 5), work('c', 2)]);
    assert.equal(times.length, 3);
    assert.equal(calls, 'abc' + 'aabc' + 'aab' + 'aabc' + 'aab' + 'aab');
  });

  it('leaves the CPU time out where nobody knows it', async () => {
    const { cpu } = await measure(() => undefined, { repeats: 2, warmUp: 0 }, () => null);
    assert.equal(cpu, null);
  });

  it('gives the middle, the 95th percentile and the least', () => {
    const { median, p95, least } = summaryOf(Array.from({ length: 101 }, (_, i) => 100 - i));
    assert.deepEqual([median, p95, least], [50, 95, 0]);
  });
});
