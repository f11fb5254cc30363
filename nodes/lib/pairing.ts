import { LRUCache } from 'lru-cache';

import { phrase, PronError } from '../../base/errors';

export interface PairingOptions {
  /** How many references are kept, one for each session. */
  readonly maxSessions: number;
  /** How long a learner waits for a reference, ms. */
  readonly waitMs: number;
  /** How many learners may wait at the same time, in all sessions together. */
  readonly maxWaiting?: number;
}

/** Pairs the learner and the reference of a session, whichever comes first. */
export interface Pairing<Reference> {
  /** Stores the newest reference of a session and gives it to all learners who wait for it. */
  readonly put: (session: string, reference: Reference) => void;
  /** Resolves to the session's reference, now or when it comes. Rejects with PRON_NO_REFERENCE if none came in time, with
   *  PRON_BUSY if too many learners wait already, and with PRON_CLOSED if the pairing closes. */
  readonly take: (session: string) => Promise<Reference>;
  /** What a learner would get now; undefined where one would have to wait. */
  readonly kept: (session: string) => Reference | undefined;
  /** Rejects all waiting learners and deletes all references. */
  readonly close: () => void;
}

interface Waiting<Reference> {
  readonly session: string;
  readonly serve: (reference: Reference) => void;
  readonly refuse: (error: PronError) => void;
}

/** Limits the memory of a flow in which no reference ever comes. */
const MAX_WAITING = 50;

export function createPairing<Reference extends object | string | number>(options: PairingOptions): Pairing<Reference> {
  const { maxSessions, waitMs, maxWaiting = MAX_WAITING } = options;
  const references = new LRUCache<string, Reference>({ max: maxSessions });
  const waiting = new Set<Waiting<Reference>>();

  const wait = (session: string): Promise<Reference> =>
    new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        waiting.delete(learner);
        end();
      };
      const learner: Waiting<Reference> = {
        session,
        serve: (reference) => settle(() => resolve(reference)),
        refuse: (error) => settle(() => reject(error)),
      };
      const timer = setTimeout(() => {
        learner.refuse(new PronError('PRON_NO_REFERENCE', { session, seconds: waitMs / 1000 }));
      }, waitMs);
      waiting.add(learner);
    });

  return {
    put: (session, reference) => {
      references.set(session, reference);
      for (const learner of [...waiting]) {
        if (learner.session === session) learner.serve(reference);
      }
    },
    take: async (session) => {
      const reference = references.get(session);
      if (reference !== undefined) return reference;
      if (waiting.size >= maxWaiting) throw new PronError('PRON_BUSY', { waiting: waiting.size });
      return wait(session);
    },
    kept: (session) => references.peek(session),
    close: () => {
      for (const learner of [...waiting]) learner.refuse(new PronError('PRON_CLOSED', { job: phrase('pairing') }));
      references.clear();
    },
  };
}
