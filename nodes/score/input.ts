import { findModel } from '../../models/store';
import { PronError } from '../../base/errors';
import { checkFeatures } from '../../pipeline/siamese/features-check';
import { checkMel, checkMelLength, melSeconds, MIN_SPEECH_SECONDS } from '../../pipeline/siamese/mel-check';
import type { MelSpectrogram } from '../../pipeline/types';

/**
 * The mel-spectrogram in a payload, once it is known to fit the model: a learner then need not wait for a
 * reference in vain, and a reference that can't be used is not kept. Rejects with PRON_NOT_MEL,
 * PRON_FEATURES_DIFFER, PRON_AUDIO_TOO_LONG and what is wrong with the model.
 */
export async function fittingMel(payload: unknown, model: string, folders: readonly string[]): Promise<MelSpectrogram> {
  checkMel(payload);
  const { manifest } = await findModel(model, folders);
  checkFeatures(payload.parameters, manifest.features, model);
  checkMelLength(payload);
  // Only what is known: a sender may have added what can't reach another process.
  const { data, bands, frames, startMs } = payload;
  return { data, bands, frames, startMs, parameters: manifest.features };
}

/** Throws PRON_EMPTY_REFERENCE where there is nothing that a learner could be compared with. */
export function checkReference(mel: MelSpectrogram): void {
  if (melSeconds(mel) < MIN_SPEECH_SECONDS) throw new PronError('PRON_EMPTY_REFERENCE');
}
