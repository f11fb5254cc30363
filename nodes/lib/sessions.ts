import { LRUCache } from 'lru-cache';

import { createPairing, type Pairing, type PairingOptions } from './pairing';
import { isSameTake, sameVoice, withFurtherTake, withReference, type NamedReference, type References, type SameVoice } from './references';
import { isFurtherTake } from './take-place';

/** Further takes that may wait for the first one of their voice, in a session: those of a few voices. */
const MOST_AHEAD = 20;

export interface SessionsOptions<Kept> extends PairingOptions {
  /** Of a text, in a session. All takes of a voice count as one. */
  readonly mostVoices: number;
  /** Compares two references of which nobody knows the voice. */
  readonly isSameSound: SameVoice<Kept>;
}

/** The references of the sessions, for learners who come before or after them. */
export interface Sessions<Kept> extends Pick<Pairing<References<Kept>>, 'take' | 'kept' | 'close'> {
  /** Keeps a reference. A further take waits for the one that the learner hears, so that learners who wait get all of them. */
  readonly keep: (session: string, reference: Kept) => void;
}

export function createSessions<Kept extends NamedReference>({ mostVoices, isSameSound, ...options }: SessionsOptions<Kept>): Sessions<Kept> {
  const pairing = createPairing<References<Kept>>(options);
  const ahead = new LRUCache<string, readonly Kept[]>({ max: options.maxSessions });
  const isSameVoice = sameVoice(isSameSound);

  function keepFurther(session: string, take: Kept): void {
    const together = withFurtherTake(pairing.kept(session) ?? [], take, isSameVoice);
    if (together !== undefined) pairing.put(session, together);
    else ahead.set(session, [...(ahead.get(session) ?? []).filter((one) => !isSameTake(one, take, isSameVoice)), take].slice(-MOST_AHEAD));
  }

  function keepFirst(session: string, reference: Kept): void {
    const waiting = ahead.get(session) ?? [];
    const isOfIt = (one: Kept): boolean => isSameVoice(one, reference);
    pairing.put(session, withReference([...(pairing.kept(session) ?? []), ...waiting.filter(isOfIt)], reference, mostVoices, isSameVoice));
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
