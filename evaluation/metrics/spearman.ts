import { pearson } from './pearson';
import { ranks } from './ranks';

/** Spearman's rank correlation: Pearson's correlation of the ranks, with ties at their mean rank. Null like Pearson's. */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  return x.length === y.length ? pearson(ranks(x), ranks(y)) : null;
}
