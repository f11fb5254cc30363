import { FRAMES_PER_SECOND, type Levels } from './levels';

/** A sound that rises and falls once: frames `start` to `end`, both included. */
export interface Hill {
  readonly start: number;
  readonly peak: number;
  readonly end: number;
}

/** A rise of more than this is the next sound. */
const NEXT_SOUND_DB = 6;
/** So near to the room's level a sound has ended. */
const ENDED_DB = 6;
const MAX_RISE_FRAMES = 0.1 * FRAMES_PER_SECOND;
/** A slammed door in a hall. */
const MAX_FALL_FRAMES = 0.8 * FRAMES_PER_SECOND;

/** The hill around the loudest frame that `isTaken` does not name; undefined where all are taken. */
export function highestHill({ db, floorDb }: Levels, isTaken: (frame: number) => boolean): Hill | undefined {
  let peak = -1;
  for (let j = 0; j < db.length; j++) {
    if (!isTaken(j) && (peak < 0 || (db[j] as number) > (db[peak] as number))) peak = j;
  }
  if (peak < 0) return undefined;
  const foot = (step: number, max: number): number => {
    let lowest = peak;
    for (let j = peak + step; j >= 0 && j < db.length && Math.abs(j - peak) <= max && !isTaken(j); j += step) {
      const level = db[j] as number;
      if (level > (db[lowest] as number) + NEXT_SOUND_DB) break;
      if (level <= (db[lowest] as number)) lowest = j;
      if (level < floorDb + ENDED_DB) break;
    }
    return lowest;
  };
  return { start: foot(-1, MAX_RISE_FRAMES), peak, end: foot(1, MAX_FALL_FRAMES) };
}
