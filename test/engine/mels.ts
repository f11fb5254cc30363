import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import type { MelSpectrogram } from '../../pipeline/types';
import type { ScoreJob } from '../../engine/jobs';
import { randomValues } from '../pipeline/siamese/random-values';

/** A mel-spectrogram that no voice made, as the default model wants it: `seconds` long, always the same for
 *  a seed. */
export function randomMel(seed: number, seconds: number): MelSpectrogram {
  const { bands } = DEFAULT_FEATURES;
  const frames = Math.round(seconds * 100);
  const data = randomValues(seed, bands * frames).map((value) => 2 * value - 6);
  return { data, bands, frames, parameters: DEFAULT_FEATURES, startMs: 0 };
}

/** A comparison of two recordings of `seconds`; more than a minute each takes about a second. */
export function scoreJob(seed: number, seconds = 3): ScoreJob {
  return {
    kind: 'score',
    model: 'default',
    learner: randomMel(seed, seconds),
    reference: randomMel(seed + 1000, seconds),
    facts: {},
  };
}

export const LONG_SECONDS = 110;
