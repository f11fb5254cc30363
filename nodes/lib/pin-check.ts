import { LRUCache } from 'lru-cache';

import { PronError } from '../../base/errors';
import { afterWrong, NO_GUESSES, pauseLeft } from '../../base/guesses';
import { samePin } from '../../base/same-pin';

/** Teachers' sessions that are known. */
const MAX_TEACHERS = 20;

/** Checks a message's PIN. @throws PronError PRON_CLASS_NO_PIN, PRON_CLASS_PIN, PRON_CLASS_GUESSES */
export type PinCheck = (given: unknown, session: string | undefined) => void;

/**
 * Each wrong PIN doubles the pause before the next one is looked at, up to a minute. The pause is for everybody, because a
 * guesser may change the session, but not for a session that has given the right PIN before: a learner who guesses can't
 * lock the teacher out.
 * @param pin the node's; empty where none is set, which nobody can give
 */
export function createPinCheck(pin: string, now: () => number = Date.now): PinCheck {
  const teachers = new LRUCache<string, true>({ max: MAX_TEACHERS });
  let guesses = NO_GUESSES;

  return (given, session = '') => {
    if (pin === '') throw new PronError('PRON_CLASS_NO_PIN');
    // A page that asks whether there is a PIN guesses nothing.
    if (given === undefined) throw new PronError('PRON_CLASS_PIN');
    const isKnown = teachers.has(session);
    const left = isKnown ? 0 : pauseLeft(guesses, now());
    if (left > 0) throw new PronError('PRON_CLASS_GUESSES', { seconds: Math.ceil(left / 1000) });
    if (samePin(given, pin)) {
      if (session !== '') teachers.set(session, true);
      return;
    }
    teachers.delete(session);
    guesses = afterWrong(guesses, now());
    throw new PronError('PRON_CLASS_PIN');
  };
}
