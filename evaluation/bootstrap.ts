import { quantile } from './metrics/quantile';
import { pick, seededRandom } from '../base/random';
import { groupedBy } from './grouped-by';

/** Bounds of a 95 % interval. */
export type Interval = readonly [number, number];

/** Figures that can be computed or not, and groups of them. */
type FigureTree = object | number | null;

/** An interval for each figure, at the same key; null if it has none. */
export type IntervalsOf<F> = { readonly [K in keyof F]: F[K] extends number | null ? Interval | null : IntervalsOf<F[K]> };

/**
 * 95 % intervals of all figures by bootstrap over groups. Whole groups (a speaker with all recordings) are drawn with
 * replacement, because the recordings of a group are not independent of each other. Uses the percentile method. A figure has no
 * interval if it can be computed for fewer than half of the draws.
 */
export function bootstrapIntervals<T, F extends object>(
  items: readonly T[],
  groupOf: (item: T) => string,
  figures: (sample: readonly T[]) => F,
  { resamples, seed }: { readonly resamples: number; readonly seed: number },
): IntervalsOf<F> {
  const groups = [...groupedBy(items, groupOf).values()];
  const random = seededRandom(seed);
  const draws = Array.from({ length: resamples }, () => figures(groups.flatMap(() => pick(groups, random))));
  return intervalsIn(figures(items), draws) as IntervalsOf<F>;
}

/** Figures of the same form as `figures`, in which nothing has an interval. */
export function noIntervals<F extends object>(figures: F): IntervalsOf<F> {
  return intervalsIn(figures, []) as IntervalsOf<F>;
}

/** @param draws figures of the same form */
function intervalsIn(figures: FigureTree, draws: readonly FigureTree[]): object | null {
  if (figures === null || typeof figures === 'number') return interval(draws as readonly (number | null)[]);
  const entries = Object.entries(figures) as [string, FigureTree][];
  const inKey = (key: string): FigureTree[] => draws.map((draw) => (draw as Readonly<Record<string, FigureTree>>)[key] ?? null);
  return Object.fromEntries(entries.map(([key, value]) => [key, intervalsIn(value, inKey(key))]));
}

function interval(drawn: readonly (number | null)[]): Interval | null {
  const values = drawn.filter((value) => value !== null);
  const low = quantile(values, 0.025);
  const high = quantile(values, 0.975);
  return low === null || high === null || values.length * 2 < drawn.length ? null : [low, high];
}
