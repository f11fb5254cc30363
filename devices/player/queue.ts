import { PronError } from '../../base/errors';
import type { Playback } from './play';

/** Plays one after the other on one loudspeaker. */
export interface PlayQueue {
  /** Resolves when it has been played to its end: true; false where it was stopped, or never began.
   *  Rejects with PRON_BUSY where too many wait, and with what `begin` fails with. */
  readonly add: (begin: () => Promise<Playback>) => Promise<boolean>;
  /** Ends the current playback and drops those that wait. Resolves when the loudspeaker is free. */
  readonly stop: () => Promise<void>;
  /** How many wait or are being heard. */
  readonly length: number;
}

/** Many presses of a button fill the queue quickly; a sound that is heard minutes later is useless. */
const MAX_WAITING = 20;

export function createPlayQueue(): PlayQueue {
  let last: Promise<unknown> = Promise.resolve();
  let current: Playback | undefined;
  /** Each stop begins a new round; entries of an older one are not played. */
  let round = 0;
  let length = 0;

  async function turn(begin: () => Promise<Playback>, ofRound: number): Promise<boolean> {
    if (ofRound !== round) return false;
    const playback = await begin();
    current = playback;
    if (ofRound !== round) playback.stop(); // stopped while it began
    try {
      return await playback.done;
    } finally {
      current = undefined;
    }
  }

  return {
    add: async (begin) => {
      if (length > MAX_WAITING) throw new PronError('PRON_BUSY', { waiting: length });
      length++;
      const ofRound = round;
      const mine = last.then(() => turn(begin, ofRound)).finally(() => length--);
      last = mine.catch(() => undefined);
      return mine;
    },
    stop: async () => {
      round++;
      current?.stop();
      await last;
    },
    get length() {
      return length;
    },
  };
}
