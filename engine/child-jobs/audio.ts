import { measureLevel } from '../../pipeline/level';
import { measureNoise } from '../../pipeline/snr';
import type { Audio, NoiseMeasure } from '../../pipeline/types';
import { decodeWav, encodeWav, type DecodedAudio } from '../../pipeline/wav';
import type { AudioResult, Facts } from '../jobs';

/** An incoming recording, and the facts that are measured before it is changed. */
export interface Incoming {
  readonly audio: DecodedAudio;
  readonly facts: Facts;
}

/**
 * Reads and measures a recording.
 * @param known its noise, if an earlier stage has measured it
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

/** Encodes the output of a job as a WAV and measures its level. @param facts measured on the incoming recording */
export function writeRecording(out: Audio, facts: Omit<Facts, 'durationMs'>): AudioResult {
  const { wav, saturatedShare } = encodeWav(out);
  const durationMs = (out.samples.length / out.sampleRate) * 1000;
  return { wav, facts: { ...facts, durationMs }, levelNow: measureLevel(out.samples), saturatedShare };
}
