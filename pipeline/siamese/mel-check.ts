import { types } from 'node:util';

import { phrase, PronError, type ErrorDetail } from '../../base/errors';
import { MAX_MEL_VALUES } from '../mel-size';
import type { MelSpectrogram } from '../types';

/** The engine compares one pair after the other, so a longer one would keep every other learner waiting for seconds. */
export const MAX_COMPARED_SECONDS = 120;

/** Less than the shortest syllable: a click that survived trimming is no speech. */
export const MIN_SPEECH_SECONDS = 0.1;

/** No sound has a logarithm of its power, nor decibels, beyond this; a network would make infinities of them. */
const MAX_LOGARITHM = 1000;

/** Duration that a mel-spectrogram covers, seconds. */
export function melSeconds(mel: MelSpectrogram): number {
  return (mel.frames * mel.parameters.hopLength) / mel.parameters.sampleRate;
}

/** Takes the same time for every size: on the event loop. Throws PRON_NOT_MEL unless `value` has the form of a whole
 *  mel-spectrogram. */
export function checkMelShape(value: unknown): asserts value is MelSpectrogram {
  const fault = faultOfShape(value);
  if (fault !== undefined) throw new PronError('PRON_NOT_MEL', { found: fault });
}

/** Looks at every value, which takes 10 ns each: in the engine. Throws PRON_NOT_MEL unless each is a number that a sound
 *  can have. */
export function checkMelValues({ data, parameters }: MelSpectrogram): void {
  const most = parameters.scale === 'power' ? Number.MAX_VALUE : MAX_LOGARITHM;
  // NaN is not at most anything, so it is found too.
  let found = 0;
  while (found < data.length && Math.abs(data[found] as number) <= most) found++;
  if (found === data.length) return;
  const value = data[found] as number; // found above
  throw new PronError('PRON_NOT_MEL', { found: Number.isFinite(value) ? phrase('melNoSound', { value: String(value) }) : phrase('melNotFinite') });
}

/** Throws PRON_AUDIO_TOO_LONG above `MAX_COMPARED_SECONDS`. */
export function checkMelLength(mel: MelSpectrogram): void {
  const seconds = melSeconds(mel);
  if (seconds <= MAX_COMPARED_SECONDS) return;
  throw new PronError('PRON_AUDIO_TOO_LONG', { seconds: Math.round(seconds), limit: MAX_COMPARED_SECONDS });
}

function faultOfShape(value: unknown): ErrorDetail | undefined {
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : phrase('typed', { type: typeof value });
  if (Buffer.isBuffer(value)) return phrase('typed', { type: 'Buffer' });
  const { data, bands, frames, parameters, startMs } = value as Partial<Record<keyof MelSpectrogram, unknown>>;
  // Not `instanceof`: numbers that a Function node has worked on come from another realm.
  if (!types.isFloat32Array(data) || typeof parameters !== 'object' || parameters === null) return phrase('anotherObject');
  if (!Number.isInteger(bands) || !Number.isInteger(frames) || !Number.isFinite(startMs)) return phrase('anotherObject');
  const [rows, columns] = [bands as number, frames as number]; // integers, checked above
  if (rows < 1 || columns < 0 || data.length !== rows * columns) {
    return phrase('melOfWrongSize', { values: data.length, bands: rows, frames: columns });
  }
  if (data.length > MAX_MEL_VALUES) return phrase('melTooLarge', { values: data.length, max: MAX_MEL_VALUES });
  const described = (parameters as { readonly bands?: unknown }).bands;
  if (typeof described === 'number' && described !== rows) {
    return phrase('melOfOtherBands', { bands: rows, described });
  }
  return undefined;
}
