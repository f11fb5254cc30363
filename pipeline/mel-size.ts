import { PronError } from '../base/errors';
import { frameCount, type StftSizes } from './stft';

/** Values of a mel-spectrogram, four bytes each: ten minutes take four million with the default features. */
const MAX_VALUES = 2 ** 25;

/** @throws PronError PRON_AUDIO_TOO_LONG where so many bands, so close together, of so many samples would fill a small
 *  machine's memory */
export function checkMelSize(samples: number, features: StftSizes & { readonly bands: number; readonly sampleRate: number }): void {
  const most = Math.floor(MAX_VALUES / features.bands);
  if (frameCount(samples, features) <= most) return;
  const limit = Math.floor((10 * most * features.hopLength) / features.sampleRate) / 10;
  throw new PronError('PRON_AUDIO_TOO_LONG', { seconds: Math.ceil(samples / features.sampleRate), limit });
}
