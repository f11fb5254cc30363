import { dbToAmplitude } from './decibel';
import { LEVEL_FLOOR_DB, measureLevel } from './level';

/** What to do about a recording's level: a change in dB, or the level to reach, dBFS. */
export type GainOptions =
  | { readonly mode: 'change'; readonly gainDb: number }
  | { readonly mode: 'rms' | 'peak'; readonly targetDb: number };

/** The gain that `options` ask for, dB; 0 for digital silence, which no gain can lift. */
export function gainFor(samples: Float32Array, options: GainOptions): number {
  if (options.mode === 'change') return options.gainDb;
  const level = measureLevel(samples);
  const now = options.mode === 'rms' ? level.rmsDb : level.peakDb;
  return now <= LEVEL_FLOOR_DB ? 0 : options.targetDb - now;
}

/** `samples` times a gain in dB. Not limited: what leaves full scale is saturated and counted where it is written. */
export function amplify(samples: Float32Array, gainDb: number): Float32Array {
  const factor = dbToAmplitude(gainDb);
  return samples.map((sample) => sample * factor);
}
