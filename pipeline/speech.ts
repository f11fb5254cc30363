import { withoutBumps } from './bumps';
import { detectSpeech } from './speech/detect';
import type { SampleRange, TrimOptions } from './trim';

/** Where speech ends: as for `trim`, and how much of the recording to keep around it. */
export interface SpeechOptions extends Partial<TrimOptions> {
  /** Default 0. */
  readonly padBeforeMs?: number;
  /** Default 0. */
  readonly padAfterMs?: number;
}

/**
 * Finds the speech in a recording: from the first to the last frame within `topDb` of the loudest (as
 * librosa.effects.trim), widened by the padding and cut to the recording; in samples. A bump that is louder than the
 * voice counts as a pause. Null where there is no speech: the recording is quieter than -65 dBFS throughout, shorter
 * than a syllable, or can't be speech (silence, clicks, steady noise and noise that comes and goes, hum, tones, chords).
 */
export function findSpeech(
  samples: Float32Array,
  sampleRate: number,
  options: SpeechOptions = {},
): SampleRange | null {
  const { padBeforeMs = 0, padAfterMs = 0, ...search } = options;
  const found = detectSpeech(withoutBumps(samples, sampleRate), sampleRate, search);
  if (found === null) return null;
  const before = Math.round((padBeforeMs / 1000) * sampleRate);
  const after = Math.round((padAfterMs / 1000) * sampleRate);
  return { start: Math.max(0, found.start - before), end: Math.min(samples.length, found.end + after) };
}
