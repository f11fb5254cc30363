import { LRUCache } from 'lru-cache';

import { createPairing, type Pairing, type PairingOptions } from '../lib/pairing';
import { isFurtherTake } from '../lib/take-place';
import { isSameTake, isSameVoice, withFurtherTake, withReference, type KeptReference, type References } from './references';

/** Further takes that may wait for the first one of their voice, in a session: those of a few voices. */
const MOST_AHEAD = 20;

/** The references of the sessions, for learners who come before or after them. */
export interface Sessions extends Pick<Pairing<References>, 'take' | 'kept' | 'close'> {
  /** Keeps a reference. A further take waits for the one that the learner hears, so that learners who wait get all of them. */
  readonly keep: (session: string, reference: KeptReference) => void;
}

/** @param mostVoices of a text, in a session. All takes of a voice count as one */
export function createSessions(options: PairingOptions, mostVoices: number): Sessions {
  const pairing = createPairing<References>(options);
  const ahead = new LRUCache<string, readonly KeptReference[]>({ max: options.maxSessions });

  function keepFurther(session: string, take: KeptReference): void {
    const together = withFurtherTake(pairing.kept(session) ?? [], take);
    if (together !== undefined) pairing.put(session, together);
    else ahead.set(session, [...(ahead.get(session) ?? []).filter((one) => !isSameTake(one, take)), take].slice(-MOST_AHEAD));
  }

  function keepFirst(session: string, reference: KeptReference): void {
    const waiting = ahead.get(session) ?? [];
    const isOfIt = (one: KeptReference): boolean => isSameVoice(one, reference);
    pairing.put(session, withReference([...(pairing.kept(session) ?? []), ...waiting.filter(isOfIt)], reference, mostVoices));
    ahead.set(session, waiting.filter((one) => one.text === reference.text && !isOfIt(one)));
  }

  return {
    ...pairing,
    keep: (session, reference) => (isFurtherTake(reference.take) ? keepFurther : keepFirst)(session, reference),
    close: () => {
      ahead.clear();
      pairing.close();
    },
  };
}
