import type { Rating } from './curve';
import type { RatedRecording } from './ratings';

/** Speakers from this number on are the unit of cross-validation. */
const ENOUGH_SPEAKERS = 5;

export interface Units {
  readonly ratings: readonly Rating[];
  /** How many speakers; null where nobody said who spoke. */
  readonly speakers: number | null;
  /** Whether a unit is a speaker with all recordings, rather than one recording. */
  readonly bySpeaker: boolean;
}

/** Recordings with the units that they belong to. One whose speaker nobody named stands for itself. */
export function inUnits(recordings: readonly RatedRecording[]): Units {
  const speakers = new Set(recordings.map(({ speaker }) => speaker).filter((speaker) => speaker !== '')).size;
  const bySpeaker = speakers >= ENOUGH_SPEAKERS;
  const ratings = recordings.map(({ distance, points, speaker }, i) => ({
    distance,
    points,
    unit: bySpeaker && speaker !== '' ? `speaker ${speaker}` : `recording ${i}`,
  }));
  return { ratings, speakers: speakers === 0 ? null : speakers, bySpeaker };
}
