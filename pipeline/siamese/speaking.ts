import type { HeardChanges } from '../facts';
import type { VerdictLimits } from '../model-manifest';

/**
 * Whether somebody speaks. Where an ear has rated the recording, its rating counts too: a short word that the model takes for a
 * knock may be rated well, and a melody that it takes for a voice is rated badly. Nobody contradicts a model that can't tell.
 * @param speechOdds of the model, log odds
 */
export function isSpoken(speechOdds: number | undefined, heard: HeardChanges | undefined, { minSpeech, withEar }: VerdictLimits): boolean {
  if (speechOdds === undefined) return true;
  const both = withEar?.speech;
  if (heard?.rating !== undefined && both !== undefined) return speechOdds + both.rating * heard.rating.total >= both.least;
  return minSpeech === undefined || speechOdds >= minSpeech;
}
