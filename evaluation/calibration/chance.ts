import { groupedBy } from '../grouped-by';
import { spearman } from '../metrics/spearman';
import { seededRandom, shuffled, type Random } from '../../base/random';
import type { Rating } from './curve';

/** Tolerance: sums in another order differ in the last bits. */
const ROUNDING = 1e-9;

/**
 * The probability that unrelated ratings would rise with the score as steadily as these do. It is a permutation test on the rank
 * correlation, because a monotone map depends on that (Pitman, "Significance tests which may be applied to samples from any
 * populations II", 1937). A test on the cross-validated error (Ojala and Garriga 2010) would depend too much on a single odd
 * recording of twenty. The real ratings count as one of the shuffles (Phipson and Smyth 2010), so p is never 0.
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
 * Shuffles the ratings. The means of the units are exchanged between units, and the differences from the mean within each unit. So
 * a teacher who prefers some speakers does so in the shuffles as well. If each unit is one recording, this shuffles all ratings.
 */
function shuffledPoints(units: readonly (readonly Rating[])[], random: Random): number[] {
  const means = units.map(meanPoints);
  const dealt = shuffled(means, random);
  return units.flatMap((unit, k) => {
    const [own = 0, other = 0] = [means[k], dealt[k]];
    const offsets = shuffled(unit.map(({ points }) => points - own), random);
    // The bounds of the scale also apply to the shuffles.
    return offsets.map((offset) => Math.min(100, Math.max(0, other + offset)));
  });
}

function meanPoints(ratings: readonly Rating[]): number {
  return ratings.reduce((sum, { points }) => sum + points, 0) / ratings.length;
}
