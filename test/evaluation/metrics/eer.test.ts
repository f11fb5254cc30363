import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { equalErrorRate } from '../../../evaluation/metrics/eer';

describe('equalErrorRate', () => {
  it('gives the value computed by hand where the two errors meet at a threshold', () => {
    // At 3.5 one of three targets is refused and one of three others accepted.
    assert.ok(Math.abs((equalErrorRate([3, 4, 5], [1, 2, 3.5]) ?? 0) - 1 / 3) < 1e-12);
  });

  it('interpolates between the thresholds around the crossing', () => {
    // At 2: refused 0, accepted 1/2. At 3: refused 1/2, accepted 1/2 - 0 = 1/2 of {1, 3}: they meet at 1/2.
    assert.equal(equalErrorRate([2, 4], [1, 3]), 0.5);
    // At 2: refused 0, accepted 1/2. At 3: refused 1/2, accepted 0: both are 1/4 half way.
    assert.equal(equalErrorRate([2, 3], [1, 2]), 0.25);
  });

  it('is 0 when all are apart, 1 when all are the wrong way round, a half when all are equal', () => {
    assert.equal(equalErrorRate([4, 5], [1, 2]), 0);
    assert.equal(equalErrorRate([1, 2], [4, 5]), 1);
    assert.equal(equalErrorRate([1, 1], [1, 1, 1]), 0.5);
  });

  it('is null where one side is empty', () => {
    assert.equal(equalErrorRate([], [1]), null);
    assert.equal(equalErrorRate([1], []), null);
  });
});
