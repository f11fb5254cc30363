import assert from 'node:assert/strict';
import { sumOfSquares } from '../../pipeline/energy';

describe('the sum of squares', () => {
  const samples = Float32Array.of(1, -2, 3, -4, 5);

  it('is that of all samples, an even or an odd number of them', () => {
    assert.equal(sumOfSquares(samples), 55);
    assert.equal(sumOfSquares(samples.subarray(1)), 54);
  });

  it('is that of a part, or 0 for none', () => {
    assert.equal(sumOfSquares(samples, 1, 4), 29);
    assert.equal(sumOfSquares(samples, 2, 2), 0);
    assert.equal(sumOfSquares(new Float32Array(0)), 0);
  });
});
