import { groupedBy } from '../grouped-by';
import { spearman } from '../metrics/spearman';
import { seededRandom, shuffled, type Random } from '../random';
import type { Rating } from './curve';

/** Sums in another order differ in the last bits. */
const ROUNDING = 1e-9;

/**
 * How often ratings that have nothing to do with the distances would rise as steadily with the score as these do: a
 * permutation test on the rank correlation, which is what a monotone map lives on (Pitman, "Significance tests which
 * may be applied to samples from any populations II", 1937). On the cross-validated error instead (Ojala and Garriga
 * 2010) one odd recording of twenty decides. The p value counts the ratings as they are among the shuffles (Phipson and
 * Smyth 2010), so it is never 0.
 */
export function chanceOf(ratings: readonly Rating[], shuffles: number, seed: number): number {
  const units = [...groupedBy(ratings, ({ unit }) => unit).values()];
  const nearness = units.flat().map(({ distance }) => -distance);
  const steadiness = (points: readonly number[]): number => spearman(nearness, points) ?? 0;
  const found = steadiness(units.flat().map(({ points }) => points));
  const random = seededRandom(seed);
  let asSteady = 0;
  for (let i = 0; i < shuffles; i++) {
    if (steadiness(shuffledPoints(units, random)) >= found - ROUNDING) asSteady++;
  }
  return (asSteady + 1) / (shuffles + 1);
}

/**
 * Ratings that lie elsewhere: the units' means are exchanged between units, and what a rating differs from its unit's
 * mean within the unit. So a teacher who likes some speakers more than others looks the same in the shuffles. Units of
 * one recording are shuffled as a whole.
 */
function shuffledPoints(units: readonly (readonly Rating[])[], random: Random): number[] {
  const means = units.map(meanPoints);
  const dealt = shuffled(means, random);
  return units.flatMap((unit, k) => {
    const [own = 0, other = 0] = [means[k], dealt[k]];
    const offsets = shuffled(unit.map(({ points }) => points - own), random);
    // The bounds of the scale hold for the shuffles, too.
    return offsets.map((offset) => Math.min(100, Math.max(0, other + offset)));
  });
}

function meanPoints(ratings: readonly Rating[]): number {
  return ratings.reduce((sum, { points }) => sum + points, 0) / ratings.length;
}
