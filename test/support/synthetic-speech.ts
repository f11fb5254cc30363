import { encodeWav } from '../../pipeline/wav';

export interface SyntheticSpeech {
  readonly sampleRate?: number;
  /** Of the syllables, without lead-in and lead-out. */
  readonly seconds?: number;
  readonly leadSeconds?: number;
  readonly tailSeconds?: number;
  /** Highest absolute value of the syllables. */
  readonly peak?: number;
  /** Highest absolute value of white noise under it all. */
  readonly noise?: number;
  /** Chooses pitch, vowels and noise. */
  readonly seed?: number;
}

/** Syllables four times a second, each with its own pitch and two formants: what has the rhythm and the
 *  spectrum of speech, made from nothing but numbers. */
export function syntheticSpeech(options: SyntheticSpeech = {}): Float32Array {
  const { sampleRate = 16000, seconds = 1.5, leadSeconds = 0.3, tailSeconds = 0.3 } = options;
  const { peak = 0.3, noise = 0.0005, seed = 1 } = options;
  const random = randomNumbers(seed);
  const samples = Float32Array.from({ length: Math.round((leadSeconds + seconds + tailSeconds) * sampleRate) }, () => noise * (2 * random() - 1));
  const syllable = Math.round(0.25 * sampleRate);
  const start = Math.round(leadSeconds * sampleRate);
  for (let from = start; from + syllable <= start + Math.round(seconds * sampleRate); from += syllable) {
    addSyllable(samples, from, Math.round(syllable * 0.8), sampleRate, peak, random);
  }
  return samples;
}

export function syntheticWav(options: SyntheticSpeech = {}): Buffer {
  return wavOfSamples(syntheticSpeech(options), options.sampleRate);
}

export function wavOfSamples(samples: Float32Array, sampleRate = 16000): Buffer {
  return encodeWav({ samples, sampleRate }).wav;
}

/** Numbers from 0 to 1, the same ones for the same seed (Park and Miller's generator). */
export function randomNumbers(seed: number): () => number {
  let state = (seed * 2654435761) % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function addSyllable(out: Float32Array, from: number, length: number, rate: number, peak: number, random: () => number): void {
  const pitch = 110 + 80 * random();
  const formants = [300 + 500 * random(), 1000 + 1400 * random()];
  const harmonics = Math.floor(Math.min(4000, rate / 2) / pitch);
  const gains = Array.from({ length: harmonics }, (_, h) => formants.reduce((sum, f) => sum + 1 / (1 + (((h + 1) * pitch - f) / 120) ** 2), 0));
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  for (let i = 0; i < length; i++) {
    const envelope = Math.sin((Math.PI * i) / length) ** 2;
    let sum = 0;
    for (let h = 0; h < harmonics; h++) sum += (gains[h] ?? 0) * Math.sin((2 * Math.PI * (h + 1) * pitch * i) / rate);
    out[from + i] = (out[from + i] ?? 0) + (peak * envelope * sum) / total;
  }
}
