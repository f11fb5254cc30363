import { PronError } from '../../base/errors';
import { recordingMel } from '../../pipeline/recording-mel';
import { pictureOf } from '../../pipeline/picture';
import { encodePng } from '../../pipeline/png';
import { MAX_MEL_VALUES } from '../../pipeline/siamese/mel-check';
import type { MelFeatures } from '../../pipeline/types';
import type { MelJob, MelResult } from '../jobs';
import { takeIn } from './audio';

export function runMel({ wav, features, filters, noise }: MelJob): MelResult {
  const { audio, facts } = takeIn(wav, noise);
  checkSize(facts.durationMs / 1000, features);
  const mel = recordingMel(audio, features, filters);
  const { picture, pictureHeight, pictureWidth, topDb } = features;
  if (picture === null) return { mel, facts };
  return { mel, image: encodePng(pictureOf(mel, picture, pictureHeight, pictureWidth, topDb)), facts };
}

/** A tiny hop makes gigabytes of a few minutes. @throws PronError PRON_AUDIO_TOO_LONG */
function checkSize(seconds: number, { sampleRate, hopLength, bands }: MelFeatures): void {
  const limit = (MAX_MEL_VALUES / bands) * (hopLength / sampleRate);
  if (seconds > limit) throw new PronError('PRON_AUDIO_TOO_LONG', { seconds: Math.ceil(seconds), limit: Math.floor(limit) });
}
