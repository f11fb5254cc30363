import { quantile } from './metrics/quantile';
import { pick, seededRandom } from './random';
import { groupedBy } from './grouped-by';

/** Bounds of a 95 % interval. */
export type Interval = readonly [number, number];

/**
 * 95 % intervals of all figures by bootstrap over groups. Whole groups (a speaker with all recordings) are drawn with
 * replacement, because the recordings of a group are not independent of each other. Uses the percentile method. A figure has no
 * interval if it can be computed for fewer than half of the draws.
 */
export function bootstrapIntervals<T, K extends string>(
  items: readonly T[],
  groupOf: (item: T) => string,
  figures: (sample: readonly T[]) => Readonly<Record<K, number | null>>,
  { resamples, seed }: { readonly resamples: number; readonly seed: number },
): Record<K, Interval | null> {
  const groups = [...groupedBy(items, groupOf).values()];
  const random = seededRandom(seed);
  const draws = Array.from({ length: resamples }, () => figures(groups.flatMap(() => pick(groups, random))));
  const keys = Object.keys(figures(items)) as K[];
  const intervals = keys.map((key) => [key, interval(draws.flatMap((draw) => draw[key] ?? []), resamples)]);
  return Object.fromEntries(intervals) as Record<K, Interval | null>;
}

function interval(values: readonly number[], resamples: number): Interval | null {
  const low = quantile(values, 0.025);
  const high = quantile(values, 0.975);
  return low === null || high === null || values.length * 2 < resamples ? null : [low, high];
}
