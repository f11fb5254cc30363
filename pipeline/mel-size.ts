import { PronError } from '../base/errors';
import { frameCount, type StftSizes } from './stft';

/** Values of the largest mel-spectrogram, four bytes each. Ten minutes take four million with the default features. */
export const MAX_MEL_VALUES = 20_000_000;

/** @throws PronError PRON_AUDIO_TOO_LONG where so many bands, so close together, of so many samples would fill a small
 *  machine's memory */
export function checkMelSize(samples: number, features: StftSizes & { readonly bands: number; readonly sampleRate: number }): void {
  const most = Math.floor(MAX_MEL_VALUES / features.bands);
  if (frameCount(samples, features) <= most) return;
  const limit = Math.floor((10 * most * features.hopLength) / features.sampleRate) / 10;
  throw new PronError('PRON_AUDIO_TOO_LONG', { seconds: Math.ceil(samples / features.sampleRate), limit });
}
