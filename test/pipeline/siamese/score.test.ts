import assert from 'node:assert/strict';
import { DEFAULT_TIERS, ORIGINAL_TIERS, scoreFromDistance, tierOf } from '../../../pipeline/siamese/score';

describe('scoreFromDistance', () => {
  it('falls from 100 at distance 0 to 0 at the margin of 2, and stays inside', () => {
    assert.deepEqual([0, 0.5, 1, 2, 7, -1].map(scoreFromDistance), [100, 75, 50, 0, 0, 100]);
  });
});

describe('tierOf', () => {
  it('counts a bound to the tier above it', () => {
    const names = [100, 85, 84.9, 70, 69.9, 50, 49.9, 0].map((score) => tierOf(score)?.name);
    assert.deepEqual(names, ['native', 'native', 'good', 'good', 'fair', 'fair', 'practise', 'practise']);
    assert.deepEqual([70, 50, 30, 29.9].map((score) => tierOf(score, ORIGINAL_TIERS)?.colour), ['green', 'yellow', 'orange', 'red']);
  });

  it('takes the tiers in any order', () => {
    assert.equal(tierOf(72, [...DEFAULT_TIERS].reverse())?.name, 'good');
  });

  it('gives the lowest tier to a score below all bounds, and null where there are no tiers', () => {
    assert.equal(tierOf(3, [{ from: 10, name: 'a', colour: 'red' }, { from: 60, name: 'b', colour: 'green' }])?.name, 'a');
    assert.equal(tierOf(50, []), null);
  });
});
