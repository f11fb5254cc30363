import { measureLevel } from '../../pipeline/level';
import { measureNoise } from '../../pipeline/snr';
import type { Audio, NoiseMeasure } from '../../pipeline/types';
import { decodeWav, encodeWav, type DecodedAudio } from '../../pipeline/wav';
import type { AudioResult, Facts } from '../jobs';

/** A recording that came in, and what is measured on it before anything is changed. */
export interface Incoming {
  readonly audio: DecodedAudio;
  readonly facts: Facts;
}

/**
 * Reads and measures a recording.
 * @param known its noise, where a stage before has measured it
 * @throws PronError PRON_NOT_AUDIO, PRON_BAD_WAV, PRON_AUDIO_TOO_LONG
 */
export function readRecording(wav: Uint8Array, known?: NoiseMeasure): Incoming {
  const audio = decodeWav(wav);
  const { samples, sampleRate } = audio;
  const facts: Facts = {
    sampleRate,
    durationMs: (samples.length / sampleRate) * 1000,
    level: measureLevel(samples),
    noise: known ?? measureNoise(samples, sampleRate),
  };
  return { audio, facts };
}

/** Writes what a job made of the recording. @param facts what was known of the recording as it came in */
export function writeRecording(out: Audio, facts: Omit<Facts, 'durationMs'>): AudioResult {
  const { wav, saturatedShare } = encodeWav(out);
  const durationMs = (out.samples.length / out.sampleRate) * 1000;
  return { wav, facts: { ...facts, durationMs }, levelNow: measureLevel(out.samples), saturatedShare };
}
