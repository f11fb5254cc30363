import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { differenceAtEqualRating } from '../../../evaluation/groups/group-difference';

const pairs = (first: boolean, ...points: readonly (readonly [number, number])[]) =>
  points.map(([human, score]) => ({ human, score, first }));

describe('The difference between two groups at equal rating', () => {
  it('is the distance of two parallel lines, however different the ratings of the groups are', () => {
    // 20 + 6 * rating against 30 + 6 * rating.
    const group = pairs(true, [2, 32], [4, 44]);
    const other = pairs(false, [5, 60], [9, 84]);
    assert.ok(Math.abs((differenceAtEqualRating([...group, ...other]) ?? 0) + 10) < 1e-12);
    const swapped = [...group, ...other].map((pair) => ({ ...pair, first: !pair.first }));
    assert.ok(Math.abs((differenceAtEqualRating(swapped) ?? 0) - 10) < 1e-12);
  });

  it('is what the normal equations of the regression give', () => {
    // numpy.linalg.lstsq on columns 1, rating, side gives this for the side.
    const noisy = [...pairs(true, [1, 10], [2, 31], [3, 33]), ...pairs(false, [1, 12], [3, 30], [4, 38], [6, 52])];
    assert.ok(Math.abs((differenceAtEqualRating(noisy) ?? 0) - 4.3666666667) < 1e-9);
  });

  it('is null with an empty side, and where the ratings do not vary within the sides', () => {
    assert.equal(differenceAtEqualRating(pairs(true, [1, 1], [2, 2])), null);
    assert.equal(differenceAtEqualRating([...pairs(true, [1, 1], [1, 2]), ...pairs(false, [2, 2])]), null);
  });
});
