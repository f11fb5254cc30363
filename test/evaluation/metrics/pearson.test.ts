import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pearson } from '../../../evaluation/metrics/pearson';

describe('pearson', () => {
  it('gives the value computed by hand', () => {
    // Deviations -2 -1 0 1 2 and -1 -2 1 0 2: products sum to 8, squares to 10 and 10.
    assert.equal(pearson([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]), 0.8);
  });

  it('is 1 for a rising line and -1 for a falling one', () => {
    assert.equal(pearson([0, 1, 3], [5, 7, 11]), 1);
    assert.equal(pearson([0, 1, 3], [5, 3, -1]), -1);
  });

  it('is null where it can not be computed', () => {
    assert.equal(pearson([], []), null);
    assert.equal(pearson([1], [1]), null);
    assert.equal(pearson([1, 2, 3], [4, 4, 4]), null);
    assert.equal(pearson([1, 2, 3], [1, 2]), null);
  });
});
