import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { auc } from '../../../evaluation/metrics/auc';

describe('auc', () => {
  it('counts the pairs that are in order, a tie half', () => {
    // 3 against 1, 2, 3: 1 + 1 + 0.5; 2 against them: 1 + 0.5 + 0. Four of six.
    assert.equal(auc([3, 2], [1, 2, 3]), 4 / 6);
  });

  it('is 1 when all are above, 0 when all are below, a half when all are equal', () => {
    assert.equal(auc([4, 5], [1, 2, 3]), 1);
    assert.equal(auc([0, -1], [1, 2, 3]), 0);
    assert.equal(auc([1, 1], [1, 1, 1]), 0.5);
  });

  it('ranks infinities', () => {
    assert.equal(auc([1, -Infinity], [-Infinity, -Infinity]), 0.75);
  });

  it('is null where one side is empty', () => {
    assert.equal(auc([], [1]), null);
    assert.equal(auc([1], []), null);
  });
});
