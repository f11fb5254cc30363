import { amplitudeToDb } from '../../pipeline/decibel';
import { LEVEL_FLOOR_DB } from '../../pipeline/level';

/** Level of the newest piece of a recording under way, dBFS. */
export interface MeterLevel {
  readonly peakDb: number;
  readonly rmsDb: number;
}

/** 100 ms: the eye follows a needle no faster. */
const FRAMES = 5;

/** Takes the mean square and the peak of each frame of 20 ms (full scale is 1), and tells the level of each five. */
export function createMeter(tell: (level: MeterLevel) => void): (meanSquare: number, peak: number) => void {
  let sum = 0;
  let highest = 0;
  let count = 0;
  return (meanSquare, peak) => {
    sum += meanSquare;
    highest = Math.max(highest, peak);
    if (++count < FRAMES) return;
    tell({ peakDb: amplitudeToDb(highest, LEVEL_FLOOR_DB), rmsDb: amplitudeToDb(Math.sqrt(sum / count), LEVEL_FLOOR_DB) });
    sum = 0;
    highest = 0;
    count = 0;
  };
}
