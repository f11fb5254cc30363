import type { ScoreDetails } from '../engine/jobs';
import type { Heard } from '../pipeline/ear/heard';
import type { VerdictLimits } from '../pipeline/model-manifest';
import { LEAST_COMPLETE } from '../pipeline/siamese/verdict';

/** Too small to matter where the shares of the words differ. */
const TIE_BREAK = 1e-6;

/**
 * How surely a pair is the same sentence by what the verdict decides by: the mismatch and, where the ear has listened, the share of
 * the words that were said. Both are log odds, counted from the limit that refuses; the worse one counts. So a pair below 0 is
 * refused, and moving the limit moves both. -Infinity if nothing could be compared.
 */
export function samenessByBoth(mismatch: ScoreDetails['mismatch'], heard: Heard | undefined, { maxMismatch }: VerdictLimits): number {
  if (mismatch === null) return -Infinity;
  return Math.min(maxMismatch - mismatch, logOdds(heard?.completeness ?? 1) - logOdds(LEAST_COMPLETE));
}

/** The same by the ear alone: the share of the words that were said; among equal shares, the mean confidence of the words. */
export function samenessByEar({ completeness, words }: Heard): number {
  if (completeness === null || words.length === 0) return -Infinity;
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return completeness + TIE_BREAK * confidence;
}

function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}
