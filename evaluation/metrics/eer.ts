/**
 * Equal error rate: at this rate the share of `higher` that is refused (below a threshold) equals the share of `lower` that is
 * accepted (at or above it). It is interpolated linearly between the two nearest thresholds. Null if one side is empty.
 */
export function equalErrorRate(higher: readonly number[], lower: readonly number[]): number | null {
  if (higher.length === 0 || lower.length === 0) return null;
  const thresholds = [...new Set([...higher, ...lower])].sort(ascending);
  const targets = [...higher].sort(ascending);
  const others = [...lower].sort(ascending);
  let targetsBelow = 0;
  let othersBelow = 0;
  let before = { refused: 0, accepted: 1 };
  for (let i = 1; i <= thresholds.length; i += 1) {
    // The threshold after the last value accepts nothing.
    const threshold = thresholds[i];
    targetsBelow = countBelow(targets, threshold, targetsBelow);
    othersBelow = countBelow(others, threshold, othersBelow);
    const now = { refused: targetsBelow / targets.length, accepted: 1 - othersBelow / others.length };
    if (now.refused >= now.accepted) {
      const gapBefore = before.accepted - before.refused;
      const gapNow = now.refused - now.accepted;
      return before.accepted + (gapBefore / (gapBefore + gapNow)) * (now.accepted - before.accepted);
    }
    before = now;
  }
  return null;
}

/** How many of the sorted values are below the threshold; all without a threshold. The first `from` are known to be below. */
function countBelow(sorted: readonly number[], threshold: number | undefined, from: number): number {
  if (threshold === undefined) return sorted.length;
  let count = from;
  while (count < sorted.length && (sorted[count] ?? 0) < threshold) count += 1;
  return count;
}

/** Compares numbers. It also works for infinities, whose difference would be NaN. */
function ascending(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
