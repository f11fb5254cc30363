import { FLOOR_DB } from './levels';

/** So far above the room a level is speech, dB. */
const ABOVE_ROOM = 10;
/** A level below this is no speech, however quiet the room, dBFS. */
const QUIETEST_SPEECH = -50;
/** So far below the loudest a level is a pause, dB: in a loud room speech alone can tell. */
const BELOW_LOUDEST = 22;
/** Speech must have lasted so long before its end counts, ms. */
const LEAST_SPEECH_MS = 250;

/** Tells from levels, some ten a second, whether somebody speaks and when they have finished. */
export interface EndOfSpeech {
  /** Whether somebody has spoken so far. */
  readonly heard: () => boolean;
  /** @returns whether the speaker has been silent for long enough after having spoken */
  readonly hear: (levelDb: number, nowMs: number) => boolean;
}

/** @param pauseMs the longest pause inside a sentence: the end of speech is never cut */
export function endOfSpeech(roomDb: number, pauseMs: number): EndOfSpeech {
  let [loudest, spokenMs, last, spokeAt] = [FLOOR_DB, 0, NaN, NaN];
  const isHeard = (): boolean => spokenMs >= LEAST_SPEECH_MS;
  return {
    heard: isHeard,
    hear: (level, now) => {
      const passed = Number.isNaN(last) ? 0 : now - last;
      last = now;
      loudest = Math.max(loudest, level);
      const least = Math.max(QUIETEST_SPEECH, Math.min(roomDb + ABOVE_ROOM, loudest - BELOW_LOUDEST / 2), loudest - BELOW_LOUDEST);
      if (level >= least) {
        spokenMs += passed;
        spokeAt = now;
        return false;
      }
      return isHeard() && now - spokeAt >= pauseMs;
    },
  };
}
