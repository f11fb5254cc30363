import { groupedBy } from '../evaluation/grouped-by';
import { seededRandom, shuffled, type Random } from '../random';
import { crossValidated, meanSquaredError } from './cross-validate';
import type { Rating } from './curve';
import { fitLogistic } from './logistic';

/**
 * How often ratings that have nothing to do with the distances would be predicted as well as these: a permutation test
 * on the cross-validated squared error (Ojala and Garriga, "Permutation tests for studying classifier performance",
 * Journal of Machine Learning Research 11, 2010), of the logistic curve, which is always a candidate. The p value
 * counts the ratings as they are among the shuffles (Phipson and Smyth 2010), so it is never 0.
 */
export function chanceOf(folds: readonly (readonly Rating[])[], shuffles: number, seed: number): number {
  const random = seededRandom(seed);
  const found = meanSquaredError(crossValidated(fitLogistic, folds));
  let asGood = 0;
  for (let i = 0; i < shuffles; i++) {
    if (meanSquaredError(crossValidated(fitLogistic, shuffledRatings(folds, random))) <= found) asGood++;
  }
  return (asGood + 1) / (shuffles + 1);
}

/**
 * The same distances with ratings that lie elsewhere: the units' means are exchanged between units, and what a rating
 * differs from its unit's mean within the unit. So a teacher who likes some speakers more than others looks the same
 * in the shuffles. Units of one recording are shuffled as a whole.
 */
function shuffledRatings(folds: readonly (readonly Rating[])[], random: Random): Rating[][] {
  const units = folds.map((fold) => [...groupedBy(fold, ({ unit }) => unit).values()]);
  const means = shuffled(units.flat().map(meanPoints), random);
  return units.map((fold) =>
    fold.flatMap((unit) => {
      const [own, other = 0] = [meanPoints(unit), means.pop()];
      const offsets = shuffled(unit.map(({ points }) => points - own), random);
      // The bounds of the scale hold for the shuffles, too.
      return unit.map((rating, i) => ({ ...rating, points: Math.min(100, Math.max(0, other + (offsets[i] ?? 0))) }));
    }),
  );
}

function meanPoints(ratings: readonly Rating[]): number {
  return ratings.reduce((sum, { points }) => sum + points, 0) / ratings.length;
}
