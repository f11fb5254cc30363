import { types } from 'node:util';

import type { Engine } from '../../engine/engine';
import type { PrepareJob } from '../../engine/jobs';
import { findModel } from '../../models/store';
import { PronError } from '../../base/errors';
import { checkFeatures } from '../../pipeline/siamese/features-check';
import { checkMelLength, checkMelShape, melSeconds, MIN_SPEECH_SECONDS } from '../../pipeline/siamese/mel-check';
import type { MelSpectrogram } from '../../pipeline/types';
import { isPlainObject } from '../lib/facts';

/**
 * The mel-spectrogram in a payload, once it is known to fit the model: a learner then need not wait for a
 * reference in vain, and a reference that can't be used is not kept. Rejects with PRON_NOT_MEL,
 * PRON_FEATURES_DIFFER, PRON_AUDIO_TOO_LONG and what is wrong with the model. The engine looks at the values: they are many.
 */
export async function fittingMel(payload: unknown, model: string, folders: readonly string[]): Promise<MelSpectrogram> {
  const mel = withFloats(payload);
  checkMelShape(mel);
  const { manifest } = await findModel(model, folders);
  checkFeatures(mel.parameters, manifest.features, model);
  checkMelLength(mel);
  // Only what is known: a sender may have added what can't reach another process.
  const { data, bands, frames, startMs } = mel;
  return { data, bands, frames, startMs, parameters: manifest.features };
}

/** Two minutes with 128 bands: no longer recording is compared. */
const MAX_CONVERTED = 1_600_000;

/** What JSON makes of a mel-spectrogram: its numbers are a list, or an object with the keys 0, 1, 2 and so on. */
function withFloats(payload: unknown): unknown {
  if (!isPlainObject(payload)) return payload;
  const { data, bands, frames } = payload;
  if (types.isFloat32Array(data) || typeof data !== 'object' || data === null) return payload;
  if (typeof bands !== 'number' || typeof frames !== 'number' || bands * frames > MAX_CONVERTED) return payload;
  const values: ArrayLike<unknown> = Array.isArray(data) || types.isTypedArray(data) ? data : Object.values(data);
  if (values.length > MAX_CONVERTED) return payload;
  const floats = new Float32Array(values.length);
  for (let i = 0; i < floats.length; i++) {
    const value = values[i];
    // JSON writes NaN as null, which would become 0.
    floats[i] = typeof value === 'number' ? value : NaN;
  }
  return { ...payload, data: floats };
}

/**
 * Loads the model and encodes a reference, so that the first learner need not wait for it. Resolves also where that fails:
 * the learner's message will fail alike and report it. Rejects only with PRON_NOT_MEL, which is the reference's own fault.
 */
export async function prepareReference(engine: Engine, job: PrepareJob): Promise<void> {
  try {
    await engine.run(job);
  } catch (error) {
    if (error instanceof PronError && error.code === 'PRON_NOT_MEL') throw error;
  }
}

/** Throws PRON_EMPTY_REFERENCE where there is nothing that a learner could be compared with. */
export function checkReference(mel: MelSpectrogram): void {
  if (melSeconds(mel) < MIN_SPEECH_SECONDS) throw new PronError('PRON_EMPTY_REFERENCE');
}
