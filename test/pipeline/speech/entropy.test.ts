import assert from 'node:assert/strict';
import { sumXLogX } from '../../../pipeline/speech/entropy';

describe('the sum of x ln(x)', () => {
  it('is that of Math.log for numbers of any size', () => {
    for (let x = 1e-40; x < 1e38; x *= 1.37) {
      const value = Math.fround(x);
      const expected = value * Math.log(value);
      const got = sumXLogX(Float32Array.of(7, value, 7), 1, 2);
      assert.ok(Math.abs(got - expected) <= 1e-13 * Math.max(value, Math.abs(expected)), `${value}: ${got}, not ${expected}`);
    }
  });

  it('adds up, and takes 0 for 0 and 1', () => {
    assert.ok(Math.abs(sumXLogX(Float32Array.of(0, 1, 2, 4), 0, 4) - (2 * Math.log(2) + 4 * Math.log(4))) < 1e-13);
    assert.equal(sumXLogX(Float32Array.of(0, 0), 0, 2), 0);
    assert.ok(Math.abs(sumXLogX(Float32Array.of(1), 0, 1)) < 1e-14);
  });
});
