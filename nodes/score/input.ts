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
 * The mel-spectrogram in a payload, after a check that it fits the model. So a learner with a wrong one does not wait for a
 * reference, and an unusable reference is not stored. Rejects with PRON_NOT_MEL, PRON_FEATURES_DIFFER, PRON_AUDIO_TOO_LONG, or
 * an error about the model. The values are checked later in the engine, because there are many.
 */
export async function fittingMel(payload: unknown, model: string, folders: readonly string[]): Promise<MelSpectrogram> {
  const mel = withFloats(payload);
  checkMelShape(mel);
  const { manifest } = await findModel(model, folders);
  checkFeatures(mel.parameters, manifest.features, model);
  checkMelLength(mel);
  // Only the known properties: a sender may have added values that can't be sent to another process.
  const { data, bands, frames, startMs } = mel;
  return { data, bands, frames, startMs, parameters: manifest.features };
}

/** Two minutes with 128 bands. Longer recordings are not compared. */
const MAX_CONVERTED = 1_600_000;

/** Converts the JSON form of a mel-spectrogram, whose numbers are a list, or an object with the keys 0, 1, 2 and so on. */
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
 * Loads the model and encodes a reference, so that the first learner does not wait for that. Resolves even if that fails, because
 * the learner's message will fail in the same way and report it. Rejects only with PRON_NOT_MEL, an error of the reference.
 */
export async function prepareReference(engine: Engine, job: PrepareJob): Promise<void> {
  try {
    await engine.run(job);
  } catch (error) {
    if (error instanceof PronError && error.code === 'PRON_NOT_MEL') throw error;
  }
}

/** Throws PRON_EMPTY_REFERENCE if the reference holds no speech to compare with. */
export function checkReference(mel: MelSpectrogram): void {
  if (melSeconds(mel) < MIN_SPEECH_SECONDS) throw new PronError('PRON_EMPTY_REFERENCE');
}
