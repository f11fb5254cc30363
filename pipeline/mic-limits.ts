import type { Level } from './types';

/** Speech whose loudest sample stays below this loses its soft sounds in 16 bits and in the room. */
const QUIET_PEAK_DB = -30;
/** More samples at full scale than a single click has. */
const CLIPPED_SHARE = 1e-4;

/** Whether so little was heard that the microphone's switch or level may be the cause. */
export function isTooQuiet({ peakDb }: Level): boolean {
  return peakDb < QUIET_PEAK_DB;
}

/** Whether loud sounds were cut off. */
export function isClipped({ clippedShare }: Level): boolean {
  return clippedShare > CLIPPED_SHARE;
}
