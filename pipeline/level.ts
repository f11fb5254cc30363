import { amplitudeToDb } from './decibel';
import { sumOfSquares } from './energy';
import type { Level } from './types';

/** Digital silence reads as this many dBFS. */
export const LEVEL_FLOOR_DB = -120;

/** From here on a sample counts as full scale: one step of 16 bits below 1. */
const FULL_SCALE = 32767 / 32768;

/**
 * Peak and RMS in dBFS (never below `LEVEL_FLOOR_DB`, never NaN), and the fraction of samples at full scale.
 * An empty recording is silent.
 */
export function measureLevel(samples: Float32Array): Level {
  const peak = peakOf(samples);
  const count = Math.max(1, samples.length);
  return {
    peakDb: amplitudeToDb(peak, LEVEL_FLOOR_DB),
    rmsDb: amplitudeToDb(Math.sqrt(sumOfSquares(samples) / count), LEVEL_FLOOR_DB),
    clippedShare: peak < FULL_SCALE ? 0 : countAtFullScale(samples) / count,
  };
}

/** The largest magnitude of all samples. */
export function peakOf(samples: Float32Array): number {
  let largest = 0;
  for (let i = 0; i < samples.length; i++) {
    const square = (samples[i] as number) * (samples[i] as number);
    if (square > largest) largest = square;
  }
  return Math.sqrt(largest);
}

function countAtFullScale(samples: Float32Array): number {
  let count = 0;
  for (let i = 0; i < samples.length; i++) if (Math.abs(samples[i] as number) >= FULL_SCALE) count++;
  return count;
}
