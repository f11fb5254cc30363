/** A grade: scores from `from` on (up to the next tier's `from`) belong to it. */
export interface Tier {
  readonly from: number;
  readonly name: string;
  readonly colour: string;
}

/** The raters' scale: a score is ten times their total. */
export const DEFAULT_TIERS: readonly Tier[] = [
  { from: 85, name: 'native', colour: 'green' },
  { from: 70, name: 'good', colour: 'yellow' },
  { from: 50, name: 'fair', colour: 'orange' },
  { from: 0, name: 'practise', colour: 'red' },
];

/** The same tiers at the bounds of the original program. */
export const ORIGINAL_TIERS: readonly Tier[] = [
  { from: 70, name: 'native', colour: 'green' },
  { from: 50, name: 'good', colour: 'yellow' },
  { from: 30, name: 'fair', colour: 'orange' },
  { from: 0, name: 'practise', colour: 'red' },
];

/** Distance 0 is 100 points, the margin 2 of the contrastive loss and all beyond it are 0. */
export function scoreFromDistance(distance: number): number {
  return Math.min(100, Math.max(0, 100 - 50 * distance));
}

/** The distance up to the margin that gives this score. */
export function distanceFromScore(score: number): number {
  return (100 - score) / 50;
}

/** The tier with the highest bound that `score` reaches, whatever the order; the lowest one where it
 *  reaches none; null without tiers. */
export function tierOf(score: number, tiers: readonly Tier[] = DEFAULT_TIERS): Tier | null {
  const falling = [...tiers].sort((a, b) => b.from - a.from);
  return falling.find((tier) => score >= tier.from) ?? falling.at(-1) ?? null;
}
