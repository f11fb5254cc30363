import { bootstrapIntervals, type Interval, type IntervalsOf } from '../../evaluation/bootstrap';
import type { WitnessedPair } from './witnessed-pair';

/** The target of a figure. */
export type Target = { readonly atLeast: number } | { readonly atMost: number };

/** One line of the report. */
export interface Row {
  readonly title: string;
  /** Null if the figure has no target and is only for comparison. */
  readonly target: Target | null;
  /** Null if it can't be measured on this machine. */
  readonly measured: number | null;
  readonly interval?: Interval | null;
  /** Digits after the point; default 3. */
  readonly digits?: number;
  /** A short remark. */
  readonly note?: string;
}

/** JSON for the manifest. */
export type Figures = Readonly<Record<string, unknown>>;

/** The result of one group of rows; `figures` by their keys in the manifest. */
export interface Measured {
  readonly rows: readonly Row[];
  readonly figures: Figures;
  /** What was measured, for the page. */
  readonly pairs?: readonly WitnessedPair[];
}

/** Whether the target is met. Null if there is no target, or nothing was measured. */
export function isMet({ target, measured }: Row): boolean | null {
  if (target === null || measured === null) return null;
  return 'atLeast' in target ? measured >= target.atLeast : measured <= target.atMost;
}

/** How the intervals are drawn. */
export const DRAWS = { resamples: 1000, seed: 1 } as const;

/** 95 % intervals by bootstrap over groups (a speaker, a text), as for every reported figure. */
export function intervalsOf<T, F extends object>(
  items: readonly T[],
  groupOf: (item: T) => string,
  figures: (sample: readonly T[]) => F,
): IntervalsOf<F> {
  return bootstrapIntervals(items, groupOf, figures, DRAWS);
}

/** The mean; null without values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
