import { pearson } from '../metrics/pearson';
import type { MeasuredPair } from '../measured';
import { ratingPoints, type RatingScale } from '../rating-scale';

/** The figures of a group of own-text pairs. Null if one can't be computed. */
export interface GroupFigures {
  /** Pairs, rated or not. */
  readonly n: number;
  readonly rated: number;
  /** On the raters' own scale. */
  readonly meanHuman: number | null;
  /** Over all pairs. A refused pair counts with the score of its distance. */
  readonly meanScore: number | null;
  readonly pearson: number | null;
  /** Mean squared error of score / 10 against the rating on a scale from 0 to 10. */
  readonly mse: number | null;
  /** Mean of the score minus the rating in points: above 0 the score is milder than the raters. */
  readonly bias: number | null;
}

/** @param scale null if the ratings do not fit the scale, so that they can't be compared with scores */
export function groupFigures(pairs: readonly MeasuredPair[], scale: RatingScale | null): GroupFigures {
  const rated = pairs.flatMap(({ human, score }) => (human === null ? [] : [{ human, score }]));
  const errors = scale === null ? [] : rated.map(({ human, score }) => score - ratingPoints(human, scale));
  return {
    n: pairs.length,
    rated: rated.length,
    meanHuman: mean(rated.map(({ human }) => human)),
    meanScore: mean(pairs.map(({ score }) => score)),
    pearson: pearson(
      rated.map(({ human }) => human),
      rated.map(({ score }) => score),
    ),
    mse: mean(errors.map((error) => (error / 10) ** 2)),
    bias: mean(errors),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
