import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { quantile } from '../../../evaluation/metrics/quantile';

describe('quantile', () => {
  it('gives the median of an odd and an even number of values', () => {
    assert.equal(quantile([9, 1, 5], 0.5), 5);
    assert.equal(quantile([4, 1, 3, 2], 0.5), 2.5);
  });

  it('interpolates between neighbours', () => {
    // Place 0.95 * 4 = 3.8 in 10 20 30 40 50.
    assert.ok(Math.abs((quantile([50, 40, 30, 20, 10], 0.95) ?? 0) - 48) < 1e-12);
  });

  it('gives the ends at 0 and 1 and the only value anywhere', () => {
    assert.equal(quantile([3, 1, 2], 0), 1);
    assert.equal(quantile([3, 1, 2], 1), 3);
    assert.equal(quantile([7], 0.3), 7);
  });

  it('is null without values', () => {
    assert.equal(quantile([], 0.5), null);
  });
});
