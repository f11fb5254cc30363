import type { Agreement } from '../../pipeline/siamese/calibration-file';
import { pearson } from '../metrics/pearson';
import { spearman } from '../metrics/spearman';
import type { HeldOut } from './cross-validate';

/**
 * How well predicted scores agree with ratings.
 * @param span length of the teacher's scale: the errors are in points of this scale
 */
export function agreementOf(heldOut: readonly HeldOut[], span: number): Agreement {
  const errors = heldOut.map(({ points, predicted }) => ((points - predicted) * span) / 100);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ratings, scores] = [heldOut.map(({ points }) => points), heldOut.map(({ predicted }) => predicted)];
  return {
    rmse: Math.sqrt(mean(errors.map((error) => error ** 2))),
    mae: mean(errors.map(Math.abs)),
    pearson: pearson(ratings, scores),
    spearman: spearman(ratings, scores),
  };
}
