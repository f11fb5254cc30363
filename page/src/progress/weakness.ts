import { daysBetween, type Day } from './days';

/** How badly something was said over time: sums over its tries, each worth half after `HALF_LIFE_DAYS`. */
export interface Weakness {
  /** Of the faults, 0 (right) to 1 each. */
  readonly faults: number;
  /** Of the tries. */
  readonly tries: number;
  /** Of the newest try; the sums are of that day. */
  readonly day: Day;
}

/** A fault of last fortnight counts half as much as one of today. */
export const HALF_LIFE_DAYS = 14;
/** Tries without a fault that everything begins with: one bad try is no weakness yet. */
const BEFORE = 1;

/** @param fault 0 (right) to 1 (wrong) */
export function withTry(weakness: Weakness | undefined, fault: number, day: Day): Weakness {
  if (weakness === undefined) return { faults: fault, tries: 1, day };
  // Tries that come in late, by an import, count from the newest day.
  const newest = day > weakness.day ? day : weakness.day;
  const [old, own] = [keptShare(weakness.day, newest), keptShare(day, newest)];
  return { faults: weakness.faults * old + fault * own, tries: weakness.tries * old + own, day: newest };
}

/** 0 (right, or long ago) to 1. */
export function weaknessOn({ faults, tries, day }: Weakness, today: Day): number {
  const share = keptShare(day, today);
  return (faults * share) / (tries * share + BEFORE);
}

function keptShare(from: Day, to: Day): number {
  return 0.5 ** (Math.max(0, daysBetween(from, to)) / HALF_LIFE_DAYS);
}
