import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shownPoints } from '../../../page/src/results/shown-points';
import { tierOf } from '../../../pipeline/siamese/score';

describe('Points on the practice page', () => {
  it('are of the tier that is shown with them', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (points) => {
      assert.equal(tierOf(shownPoints(points))?.name, tierOf(points + 1e-9)?.name);
    }));
    assert.deepEqual([69.6, 70, 84.99, 0.2, 100].map(shownPoints), [69, 70, 84, 0, 100]);
    assert.equal(shownPoints(0.7 * 100), 70);
  });
});
