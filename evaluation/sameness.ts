import type { ScoreDetails } from '../engine/jobs';
import type { Heard } from '../pipeline/ear/heard';
import type { VerdictLimits } from '../pipeline/model-manifest';
import { sameness } from '../pipeline/siamese/sameness';

/** Too small to matter where the shares of the words differ. */
const TIE_BREAK = 1e-6;

/** How surely a pair is the same sentence by what the verdict decides by. -Infinity if nothing could be compared. */
export function samenessByBoth(mismatch: ScoreDetails['mismatch'], heard: Heard | undefined, limits: VerdictLimits): number {
  return mismatch === null ? -Infinity : sameness(mismatch, heard, limits);
}

/** The same by the ear alone: the share of the words that were said; among equal shares, the mean confidence of the words. */
export function samenessByEar({ completeness, words }: Heard): number {
  if (completeness === null || words.length === 0) return -Infinity;
  const confidence = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return completeness + TIE_BREAK * confidence;
}
