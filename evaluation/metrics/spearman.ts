import { pearson } from './pearson';
import { ranks } from './ranks';

/** Spearman's rank correlation: Pearson's of the ranks, ties at their mean rank; null as Pearson's. */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  return x.length === y.length ? pearson(ranks(x), ranks(y)) : null;
}
