import { withoutBumps } from './bumps';
import { melSpectrogram } from './mel';
import type { MelFilters } from './mel-filters';
import type { Audio, MelFeatures, MelSpectrogram } from './types';

/**
 * `melSpectrogram` of a recording that somebody made: where the features go by its loudest sound (trimming, level), a
 * bump that is louder than the voice is turned down first.
 */
export function recordingMel(audio: Audio, features: MelFeatures, filters?: MelFilters): MelSpectrogram {
  const goesByLoudest = features.trimDb !== null || features.rmsNormalise;
  const { samples, sampleRate } = audio;
  return melSpectrogram(goesByLoudest ? { samples: withoutBumps(samples, sampleRate), sampleRate } : audio, features, filters);
}
