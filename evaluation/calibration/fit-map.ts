import type { Agreement, Calibration, Knot } from '../../pipeline/siamese/calibration-file';
import { scoreFromDistance } from '../../pipeline/siamese/score';
import { bootstrapIntervals, type Interval } from '../bootstrap';
import { agreementOf } from './agreement';
import { chanceOf } from './chance';
import { chooseMethod, FITS, fitChosen } from './choose';
import { crossValidated, type HeldOut } from './cross-validate';
import type { Rating } from './curve';
import { foldsOf } from './folds';
import { knotsOf } from './knots';

/** The level of the permutation test: random ratings pass in one of a hundred cases. */
export const MAX_CHANCE = 0.01;
/** A map that saves less than this fraction of the error is not worth a file. */
export const MIN_GAIN = 0.02;
/** One-sided 1 % bound of the normal distribution. */
const CLEARLY_FALLING = -2.33;

export interface FitOptions {
  /** Length of the teacher's scale. The errors are in points of this scale. */
  readonly span: number;
  readonly seed: number;
  /** Number of shuffles in the permutation test. */
  readonly shuffles: number;
  /** Number of draws for the intervals. */
  readonly resamples: number;
}

/** Whether a map helps, or why not: the ratings fall as the score rises; the relation may be due to chance; or the scores fit the
 *  ratings as well without a map. */
export type Finding = 'helps' | 'falling' | 'chance' | 'no gain';

/** An agreement with the 95 % intervals of its figures, by bootstrap over the units. */
export interface Judged {
  readonly agreement: Agreement;
  readonly intervals: Readonly<Record<keyof Agreement, Interval | null>>;
}

/** The result of a fit. */
export interface Fitted {
  readonly finding: Finding;
  readonly method: Calibration['method'];
  readonly knots: readonly Knot[];
  readonly folds: number;
  /** Agreement of the score without a map, and with it. Each rating is predicted by a map that was fitted without its fold. */
  readonly before: Judged;
  readonly after: Judged;
  /** p value of the permutation test. */
  readonly chance: number;
}

/** Fits a map to ratings and decides whether it helps. */
export function fitMap(ratings: readonly Rating[], options: FitOptions): Fitted {
  const { seed, shuffles } = options;
  const folds = foldsOf(ratings, seed);
  const heldOut = crossValidated(fitChosen(seed), folds);
  const before = judged(asScored(heldOut), options);
  const after = judged(heldOut, options);
  const chance = chanceOf(ratings, shuffles, seed);
  const method = chooseMethod(ratings, seed);
  return {
    finding: findingOf(before.agreement, after.agreement, chance, ratings.length),
    method,
    knots: knotsOf(FITS[method](ratings)),
    folds: folds.length,
    before,
    after,
    chance,
  };
}

/** The ratings with the score that their distances have without a map. */
export function asScored<T extends Rating>(ratings: readonly T[]): (T & HeldOut)[] {
  return ratings.map((rating) => ({ ...rating, predicted: scoreFromDistance(rating.distance) }));
}

function judged(heldOut: readonly HeldOut[], { span, seed, resamples }: FitOptions): Judged {
  const figures = (sample: readonly HeldOut[]): Readonly<Record<keyof Agreement, number | null>> => agreementOf(sample, span);
  return {
    agreement: agreementOf(heldOut, span),
    intervals: bootstrapIntervals(heldOut, ({ unit }) => unit, figures, { resamples, seed }),
  };
}

function findingOf(before: Agreement, after: Agreement, chance: number, count: number): Finding {
  if (chance <= MAX_CHANCE) return after.rmse <= (1 - MIN_GAIN) * before.rmse ? 'helps' : 'no gain';
  // Without a relation the rank correlation is near normal with a variance of 1 / (n - 1) (Hotelling and Pabst 1936).
  return (before.spearman ?? 0) * Math.sqrt(count - 1) < CLEARLY_FALLING ? 'falling' : 'chance';
}
