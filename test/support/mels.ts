import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { melSpectrogram } from '../../pipeline/mel';
import type { MelFeatures, MelSpectrogram } from '../../pipeline/types';
import { syntheticSpeech, type SyntheticSpeech } from './synthetic-speech';

/** What a mel node makes of synthetic speech. */
export function syntheticMel(options: SyntheticSpeech = {}, features: MelFeatures = DEFAULT_FEATURES): MelSpectrogram {
  const { sampleRate = 16000 } = options;
  return melSpectrogram({ samples: syntheticSpeech(options), sampleRate }, features);
}
