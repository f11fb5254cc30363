import type { Rating } from './curve';
import type { RatedRecording } from './ratings';

/** With at least this many speakers, the speaker is the unit of cross-validation. */
const ENOUGH_SPEAKERS = 5;

export interface Units {
  readonly ratings: readonly Rating[];
  /** Number of speakers; null if the table names none. */
  readonly speakers: number | null;
  /** Whether a unit is a speaker with all recordings, rather than one recording. */
  readonly bySpeaker: boolean;
}

/** Assigns each recording to a unit. A recording without a named speaker is its own unit. */
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
