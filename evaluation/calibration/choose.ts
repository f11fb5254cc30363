import type { Calibration } from '../../pipeline/siamese/calibration-file';
import { crossValidated, type HeldOut } from './cross-validate';
import type { Curve, Fit, Rating } from './curve';
import { foldsOf } from './folds';
import { fitIsotonic } from './isotonic';
import { fitLogistic } from './logistic';

export const FITS: Readonly<Record<Calibration['method'], Fit>> = { logistic: fitLogistic, isotonic: fitIsotonic };

/** Least number of ratings for an isotonic curve. With fewer, it can't be shown to be better than the logistic one. */
const MANY = 60;

/**
 * The kind of curve for these ratings. It is the logistic one, unless there are many ratings and the isotonic curve is better in
 * cross-validation by more than one standard error of the difference (the rule of Breiman, Friedman, Olshen and Stone,
 * "Classification and Regression Trees", 1984).
 */
export function chooseMethod(ratings: readonly Rating[], seed: number): Calibration['method'] {
  if (ratings.length < MANY) return 'logistic';
  const folds = foldsOf(ratings, seed);
  const isotonic = crossValidated(fitIsotonic, folds).map(squaredError);
  const gains = crossValidated(fitLogistic, folds).map((heldOut, i) => squaredError(heldOut) - (isotonic[i] ?? 0));
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1);
  return mean > Math.sqrt(variance / gains.length) ? 'isotonic' : 'logistic';
}

/** Chooses a kind of curve and fits it. Both are cross-validated together, so that the error includes that of the choice. */
export function fitChosen(seed: number): Fit {
  return (ratings): Curve => FITS[chooseMethod(ratings, seed)](ratings);
}

function squaredError({ points, predicted }: HeldOut): number {
  return (points - predicted) ** 2;
}
