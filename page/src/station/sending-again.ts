import type { Place } from '../class/learner/place';
import type { Attempting } from './attempt';
import type { Asked, Told } from './messages';
import type { State } from './state';

/** So long a try that is sent again may take. */
const LONGEST_MS = 60_000;

/** Sends the tries again that a class has not confirmed: the voice says the sentence, then comes the recording, under the try's name. */
export interface SendingAgain {
  /** Sends the oldest one, where nothing else is under way. */
  readonly look: () => void;
  /** @returns whether the message was for this alone */
  readonly take: (told: Told) => boolean;
}

interface Again {
  readonly asked: Asked;
  readonly isScored: boolean;
  isSaid: boolean;
}

export function createSendingAgain(state: State, attempting: Attempting, place: Place, wire: (asked: Asked) => void): SendingAgain {
  let again: Again | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** A press of the learner, or a lost connection, may have ended it. */
  const current = (): Again | null => (state.sendsAgain && state.attempt !== '' && state.attempt === again?.asked.pronunciation.attempt ? again : null);
  const end = (): void => {
    clearTimeout(timer);
    // The score node has the voice of that try.
    if (again?.asked.pronunciation.text !== state.text || again.asked.voice !== state.voice) state.voiceMayBeLost = true;
    again = null;
    attempting.finish();
  };

  return {
    look: () => {
      if (!state.connected || state.phase !== 'idle') return;
      const next = place.next();
      if (next === undefined) return;
      const { asked } = next;
      const { session, language, text, attempt = '' } = asked.pronunciation;
      again = { ...next, isSaid: false };
      attempting.resume(attempt);
      wire({ topic: 'say', payload: text, voice: asked.voice ?? state.voice, pronunciation: { session, language, text } });
      timer = setTimeout(() => {
        if (current() !== null) end();
      }, LONGEST_MS);
    },
    take: (told) => {
      const one = current();
      if (one === null) return false;
      const { asked } = one;
      const isOwn = told.pronunciation?.attempt === asked.pronunciation.attempt;
      if (told.topic === 'reference' && !one.isSaid && told.text === asked.pronunciation.text && told.voice === asked.voice) {
        one.isSaid = true;
        wire(asked);
        return false;
      }
      if (told.topic === 'error' && (isOwn || !one.isSaid)) {
        end();
        return true;
      }
      if (told.topic !== 'result' || !isOwn) return false;
      const isSeen = !one.isScored && state.text === asked.pronunciation.text && state.voice === asked.voice && state.drill === null;
      place.scored(state.attempt);
      clearTimeout(timer);
      // The learner sees a result once, and only with its sentence.
      if (!isSeen) end();
      return !isSeen;
    },
  };
}
