import { seededRandom, type Random } from '../../../base/random';

/** Sample rate of all synthetic sounds, Hz. */
export const SAMPLE_RATE = 16000;

/** A sound of `seconds` from a function of time (s); full scale at 1. */
export function sound(seconds: number, valueAt: (time: number) => number): Float32Array {
  return Float32Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, i) => valueAt(i / SAMPLE_RATE));
}

export const sine = (hz: number, time: number): number => Math.sin(2 * Math.PI * hz * time);

/** A source of normally distributed numbers (Box and Muller). */
export function gaussian(seed: number): () => number {
  const random = seededRandom(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A random number between the bounds; all octaves are equally likely. */
export const octaves = (random: Random, low: number, high: number): number => low * (high / low) ** random();

/** The sound with its highest absolute value at `peak`. */
export function atPeak(samples: Float32Array, peak: number): Float32Array {
  const most = samples.reduce((max, value) => Math.max(max, Math.abs(value)), 1e-9);
  return samples.map((value) => (value * peak) / most);
}

/** Adds the quiet hiss of a room, so that no pause is digital silence. */
export function inRoom(samples: Float32Array, rms: number, seed: number): Float32Array {
  const noise = gaussian(seed);
  return samples.map((value) => value + rms * noise());
}
