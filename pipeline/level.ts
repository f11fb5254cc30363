import { amplitudeToDb } from './decibel';
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
  // Of squares: those of 32-bit floats are exact in 64 bits. Two sums let the additions overlap.
  let peak = 0;
  let [even, odd] = [0, 0];
  let clipped = 0;
  for (let i = 0; i < samples.length; i += 2) {
    const left = samples[i] as number;
    const right = i + 1 < samples.length ? (samples[i + 1] as number) : 0;
    const leftSquare = left * left;
    const rightSquare = right * right;
    if (leftSquare > peak) peak = leftSquare;
    if (rightSquare > peak) peak = rightSquare;
    if (leftSquare >= FULL_SCALE * FULL_SCALE) clipped++;
    if (rightSquare >= FULL_SCALE * FULL_SCALE) clipped++;
    even += leftSquare;
    odd += rightSquare;
  }
  const count = Math.max(1, samples.length);
  return {
    peakDb: amplitudeToDb(Math.sqrt(peak), LEVEL_FLOOR_DB),
    rmsDb: amplitudeToDb(Math.sqrt((even + odd) / count), LEVEL_FLOOR_DB),
    clippedShare: clipped / count,
  };
}
