import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { syllables } from '../../../trials/bench/speech-like';

describe('The made-up speech of the bench', () => {
  it('has four syllables a second between silent ends', () => {
    const samples = syllables(1.4);
    const energy = Array.from({ length: 28 }, (_, i) =>
      samples.subarray(i * 800, (i + 1) * 800).reduce((sum, value) => sum + value * value, 0),
    );
    assert.equal(samples.length, 22400);
    assert.deepEqual([...energy.slice(0, 4), ...energy.slice(24)], new Array(8).fill(0));
    // 250 ms each: five pieces of 50 ms, the middle one the loudest.
    for (let syllable = 0; syllable < 4; syllable += 1) {
      const own = energy.slice(4 + 5 * syllable, 9 + 5 * syllable);
      assert.equal(own.indexOf(Math.max(...own)), 2, own.join(' '));
    }
  });

  it('stays within full scale, is the same each time, and says something else for another seed', () => {
    const samples = syllables(2, 3);
    assert.ok(samples.every((value) => Math.abs(value) < 1));
    assert.deepEqual(samples, syllables(2, 3));
    assert.notDeepEqual(samples, syllables(2, 4));
  });
});
