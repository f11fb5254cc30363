import { ranks } from './ranks';

/**
 * Area under the ROC curve: the probability that a value of `higher` is above one of `lower`. A tie counts half (Mann and
 * Whitney's U over the number of pairs). Null if one side is empty.
 */
export function auc(higher: readonly number[], lower: readonly number[]): number | null {
  if (higher.length === 0 || lower.length === 0) return null;
  const all = ranks([...higher, ...lower]);
  let sum = 0;
  for (let i = 0; i < higher.length; i += 1) sum += all[i] ?? 0;
  const u = sum - (higher.length * (higher.length + 1)) / 2;
  return u / (higher.length * lower.length);
}
