import type { GroupComparison } from '../groups/comparison';
import { valueLabel } from '../groups/group-labels';

/** The title of a comparison, such as "Children against adults". */
export function comparisonTitle(column: string, { group, against }: GroupComparison): string {
  const first = valueLabel(column, group);
  const other = against === null ? 'all others' : valueLabel(column, against);
  return `${first.charAt(0).toUpperCase()}${first.slice(1)} against ${other}`;
}

/** What the interval means, in a sentence. */
export function comparisonWords({ difference, intervals }: GroupComparison): string {
  const interval = intervals.difference;
  if (difference === null) return 'It needs ratings that vary within both groups.';
  if (interval === null) return 'Too few speakers for an interval.';
  if (isClear(interval)) return `The score is ${difference < 0 ? 'lower' : 'higher'} for the first group.`;
  return 'No difference is shown.';
}

/** Whether the interval excludes 0. */
export function isClear(interval: readonly [number, number] | null): boolean {
  return interval !== null && (interval[1] < 0 || interval[0] > 0);
}
