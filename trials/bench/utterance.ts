import { encodeWav } from '../../pipeline/wav';
import { syllables } from './speech-like';

export const SAMPLE_RATE = 16000;

/** A synthetic utterance as a WAV file: mono, 16 bits, with a little noise. */
export function utterance(seconds: number, seed: number): Buffer {
  return inRoom(syllables(seconds, seed, SAMPLE_RATE));
}

/** A WAV file of samples with a little noise, as every microphone has it: mono, 16 bits. */
export function inRoom(quiet: Float32Array): Buffer {
  const samples = quiet.map((value, i) => value + 0.001 * Math.sin(i * i));
  return encodeWav({ samples, sampleRate: SAMPLE_RATE }).wav;
}
