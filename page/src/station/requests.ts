import type { Asked, Told, Topic } from './messages';
import { newAttempt } from './storage';

/** A slow machine says a long sentence in this time. */
const LONGEST_MS = 60_000;

/** What a request is about. */
export interface About {
  readonly language: string;
  readonly text: string;
  readonly attempt?: string;
}

/** Why a request has no answer: a name in the page's texts, and a sentence from the flow. */
export class Unanswered extends Error {
  constructor(readonly title: string, message = '') {
    super(message);
  }
}

/** What the page asks the flow for beside the learner's tries. Each has a name of its own, by which its answer is known. */
export interface Requests {
  /** Rejects with `Unanswered`. */
  readonly ask: (topic: Topic, more: Partial<Asked>, about: About) => Promise<Told>;
  /** @returns whether this was the answer to a request */
  readonly take: (told: Told) => boolean;
  /** The connection is lost, and the answers with it. */
  readonly lose: () => void;
}

interface Waiting {
  readonly answer: (told: Told) => void;
  readonly fail: (why: Unanswered) => void;
}

export function createRequests(send: (topic: Topic, more: Partial<Asked>, about: About) => void): Requests {
  const waiting = new Map<string, Waiting>();
  return {
    ask: (topic, more, about) => {
      const attempt = newAttempt();
      return new Promise<Told>((answer, fail) => {
        const timer = setTimeout(() => waiting.get(attempt)?.fail(new Unanswered('noAnswer')), LONGEST_MS);
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(attempt);
        };
        waiting.set(attempt, { answer: (told) => { done(); answer(told); }, fail: (why) => { done(); fail(why); } });
        send(topic, more, { ...about, attempt });
      });
    },
    take: (told) => {
      const one = waiting.get(told.pronunciation?.attempt ?? '');
      if (told.topic === 'error') one?.fail(new Unanswered(told.code ?? 'error', told.payload));
      else one?.answer(told);
      return one !== undefined;
    },
    lose: () => {
      for (const one of [...waiting.values()]) one.fail(new Unanswered('disconnected'));
    },
  };
}
