import type { HeardChanges } from '../facts';
import type { VerdictLimits } from '../model-manifest';

/** Less than this share of the words is not the sentence. */
const LEAST_COMPLETE = 0.5;
/** And less than this is another one, where nobody knows more. */
const LEAST_COMMON = 0.2;

/**
 * How surely it is the same sentence; below 0 it is another one. Where an ear has rated the recording, the mismatch of the sounds, the
 * share of the words that were said and the rating count together: a speaker whom the ear does not understand may still sound
 * like the reference, and the reverse. Otherwise the worse witness counts.
 * @param mismatch of the model, log odds
 */
export function sameness(mismatch: number, heard: HeardChanges | undefined, { maxMismatch, withEar }: VerdictLimits): number {
  const completeness = heard?.completeness ?? 1;
  if (heard?.rating === undefined || withEar === undefined) {
    return Math.min(maxMismatch - mismatch, logOdds(completeness) - logOdds(LEAST_COMMON));
  }
  return withEar.completeness * completeness + withEar.rating * heard.rating.total - mismatch - withEar.least;
}

/** Whether too few of the words were said. An ear that is not sure of the speaker is not believed where the sounds fit. */
export function isIncomplete(mismatch: number | undefined, heard: HeardChanges | undefined, { withEar }: VerdictLimits): boolean {
  if ((heard?.completeness ?? 1) >= LEAST_COMPLETE) return false;
  const soundsFit = mismatch !== undefined && withEar !== undefined && mismatch < withEar.fits;
  return !(soundsFit && heard?.sure === false);
}

/** Whether some of the words were said, but less than half. */
export function isPartOf(heard: HeardChanges | undefined): boolean {
  const completeness = heard?.completeness ?? 1;
  return completeness >= LEAST_COMMON && completeness < LEAST_COMPLETE;
}

function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}
