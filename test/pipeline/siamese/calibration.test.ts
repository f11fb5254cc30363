import assert from 'node:assert/strict';
import { calibratedScore } from '../../../pipeline/siamese/calibration';

describe('calibratedScore', () => {
  const score = calibratedScore([{ distance: 0.2, score: 95 }, { distance: 1, score: 60 }, { distance: 2, score: 0 }]);

  it('gives each knot its score, and what lies outside the first and the last one', () => {
    assert.deepEqual([0, 0.2, 1, 2, 9].map(score), [95, 95, 60, 0, 0]);
  });

  it('falls between the knots', () => {
    assert.ok(score(0.5) < 95 && score(0.5) > score(0.9) && score(0.9) > 60);
  });
});
