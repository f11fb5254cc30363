import { execFileSync } from 'node:child_process';
import { resample } from '../../pipeline/resample';
import { decodeWav } from '../../pipeline/wav';
import { clip, SAMPLE_RATE, SPEECH_RMS } from './clip';
import { roomNoise } from './room';

/** The room's noise lies this far below the voice. */
const SNR_DB = 25;

/** The Korean sentence of the bundled recordings with a beginner's errors: other vowels, and one consonant for another. */
const MISPRONOUNCED = '카자두 잔가두 압사다';
const VOICE = ['-v', 'ko+m3', '-s', '200', '-p', '45'];

/** A mispronounced sentence by the espeak-ng program, in a quiet room; mono, at `SAMPLE_RATE`. */
export function mispronounced(seed: number): Float32Array {
  const { samples, sampleRate } = decodeWav(execFileSync('espeak-ng', [...VOICE, '--stdout', '--', MISPRONOUNCED]));
  const speech = clip(resample(samples, sampleRate, SAMPLE_RATE), seed);
  const noise = roomNoise(speech.length, SAMPLE_RATE, SPEECH_RMS * 10 ** (-SNR_DB / 20), seed);
  return speech.map((sample, i) => sample + (noise[i] ?? 0));
}
