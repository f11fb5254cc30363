import { measureLevel } from './level';
import { noiseFloorDb } from './noise-floor';
import { isClipped, isTooQuiet } from './mic-limits';
import { AMBER_DB } from './noise-light';
import { isNothingButNoise, measureNoise } from './snr';
import type { Level, NoiseMeasure } from './types';

/** What is wrong with a microphone that somebody has just spoken into, the worst first. */
export type MicVerdict = 'silent' | 'clipped' | 'nothing' | 'too-quiet' | 'noisy' | 'fine';

/** What a test recording says about the microphone, its level and the room. */
export interface MicCheck {
  readonly verdict: MicVerdict;
  readonly level: Level;
  readonly noise: NoiseMeasure;
  /** Level of the pauses, dBFS. */
  readonly floorDb: number;
}

/** Below this peak there is no signal: a muted or unplugged microphone still has the noise of its amplifier. */
const SILENT_PEAK_DB = -70;

/** Judges a recording of somebody who speaks for a part of it. */
export function checkMic(samples: Float32Array, sampleRate: number): MicCheck {
  const level = measureLevel(samples);
  const noise = measureNoise(samples, sampleRate);
  return { verdict: verdictOf(level, noise), level, noise, floorDb: noiseFloorDb(samples, sampleRate) };
}

function verdictOf(level: Level, noise: NoiseMeasure): MicVerdict {
  if (level.peakDb < SILENT_PEAK_DB) return 'silent';
  if (isClipped(level)) return 'clipped';
  if (isNothingButNoise(noise)) return 'nothing';
  if (isTooQuiet(level)) return 'too-quiet';
  return noise.snrDb < AMBER_DB ? 'noisy' : 'fine';
}
