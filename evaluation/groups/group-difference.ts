/** A rated pair, and its side of the comparison. */
export interface Sided {
  readonly human: number;
  readonly score: number;
  readonly first: boolean;
}

/**
 * By how many points the first side's scores are above the other's at equal rating. It is the coefficient d in the least-squares
 * regression score = a + b * rating + d * (1 on the first side), with one slope for both sides (analysis of covariance). It does
 * not depend on the raters' scale. Null if a side is empty, or if the ratings do not vary within the sides: then there is no slope.
 */
export function differenceAtEqualRating(pairs: readonly Sided[]): number | null {
  const first = moments(pairs.filter((pair) => pair.first));
  const other = moments(pairs.filter((pair) => !pair.first));
  const xx = first.xx + other.xx;
  if (first.n === 0 || other.n === 0 || !(xx > 0)) return null;
  const slope = (first.xy + other.xy) / xx;
  return first.score - other.score - slope * (first.human - other.human);
}

interface Moments {
  readonly n: number;
  readonly human: number;
  readonly score: number;
  readonly xx: number;
  readonly xy: number;
}

/** Means, and sums of squares and products around them. */
function moments(pairs: readonly Sided[]): Moments {
  const n = pairs.length;
  const human = pairs.reduce((sum, pair) => sum + pair.human, 0) / n;
  const score = pairs.reduce((sum, pair) => sum + pair.score, 0) / n;
  let xx = 0;
  let xy = 0;
  for (const pair of pairs) {
    xx += (pair.human - human) ** 2;
    xy += (pair.human - human) * (pair.score - score);
  }
  return { n, human, score, xx, xy };
}
