import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ranks } from '../../../evaluation/metrics/ranks';
import { spearman } from '../../../evaluation/metrics/spearman';

describe('spearman', () => {
  it('lets equal values share the mean of their ranks', () => {
    assert.deepEqual(ranks([30, 10, 20, 20, 40]), [4, 1, 2.5, 2.5, 5]);
    assert.deepEqual(ranks([7, 7, 7]), [2, 2, 2]);
    assert.deepEqual(ranks([0, -Infinity, Infinity, -Infinity]), [3, 1.5, 4, 1.5]);
  });

  it('gives the value computed by hand, ties included', () => {
    // Ranks 1 2.5 2.5 4 and 1 2 3 4: products of deviations sum to 4.5, squares to 4.5 and 5.
    assert.ok(Math.abs((spearman([1, 2, 2, 5], [10, 20, 30, 40]) ?? 0) - 4.5 / Math.sqrt(22.5)) < 1e-12);
  });

  it('is 1 for any rising curve', () => {
    assert.equal(spearman([1, 2, 3, 4], [1, 10, 100, 1000]), 1);
  });

  it('is null where one side is constant or there is one value', () => {
    assert.equal(spearman([1, 2], [3, 3]), null);
    assert.equal(spearman([1], [3]), null);
  });
});
