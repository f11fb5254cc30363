import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audio } from '../../pipeline/types';
import { decodeWav } from '../../pipeline/wav';

/** A seeded source of numbers between 0 and 1, so that a test that fails fails again. */
export function randomSource(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

export function sine(hz: number, sampleRate: number, seconds: number, amplitude = 0.5): Float32Array {
  const samples = new Float32Array(Math.round(sampleRate * seconds));
  return samples.map((_, n) => amplitude * Math.sin((2 * Math.PI * hz * n) / sampleRate));
}

/** Gaussian noise with a standard deviation of `rms`. */
export function whiteNoise(length: number, rms: number, seed = 1): Float32Array {
  const random = randomSource(seed);
  return new Float32Array(length).map(
    () => rms * Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random()),
  );
}

/** Noise whose power falls with frequency: white noise through a row of one-pole filters an octave or two apart. */
export function pinkNoise(length: number, rms: number, seed = 1): Float32Array {
  const poles = [0.998, 0.99, 0.95, 0.75];
  const states = poles.map(() => 0);
  const noise = whiteNoise(length, 1, seed).map((value) => {
    let sum = 0;
    poles.forEach((pole, i) => {
      states[i] = pole * (states[i] ?? 0) + Math.sqrt(1 - pole) * value;
      sum += states[i] ?? 0;
    });
    return sum;
  });
  return scaled(noise, rms / rmsOf(noise));
}

export function rmsOf(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

export function scaled(samples: Float32Array, gain: number): Float32Array {
  return samples.map((sample) => sample * gain);
}

export function sumOf(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((sample, n) => sample + (b[n] ?? 0));
}

/** Korean speech of espeak-ng, 22050 Hz, 2 s, with digital silence at its end. */
export function koreanSpeech(): Audio {
  const path = join(__dirname, '..', 'fixtures', 'golden', 'wav', 'ko.wav');
  return decodeWav(readFileSync(path));
}

/** True where every value is a finite number. */
export function isFiniteEverywhere(values: Float32Array): boolean {
  return values.every((value) => Number.isFinite(value));
}

/** Signal-to-noise ratio of `signal` against its difference from `reference`, dB. */
export function snrDb(reference: Float32Array, signal: Float32Array): number {
  let energy = 0;
  let error = 0;
  reference.forEach((value, n) => {
    energy += value * value;
    error += (value - (signal[n] ?? 0)) ** 2;
  });
  return 10 * Math.log10(energy / error);
}
