import type { Asked } from '../../station/messages';

/** What the learner is told of tries that the class has not confirmed: nothing, that one is sent again, or that one is lost. */
export type TryNotice = '' | 'again' | 'lost';

/** The tries that a class has not confirmed, and what is to be sent again. */
export interface OpenTries {
  /** A try of a learner who has a seat was sent. */
  readonly add: (asked: Asked) => void;
  /** The names of all of them. */
  readonly names: () => string[];
  /** The class has them on its disk. @param isResult it tells so with each result, not when it is asked */
  readonly confirm: (names: readonly string[], isResult: boolean) => void;
  /** The result has come, so the class confirms it soon. */
  readonly scored: (name: string) => void;
  /** The learner was told that the try failed, and repeats it. */
  readonly failed: (name: string) => void;
  /** What was under way may be lost: the connection was, or the class has told a failure. */
  readonly doubt: () => void;
  /** The oldest one that is to be sent again now; undefined where there is none. */
  readonly next: () => Repeated | undefined;
  /** The learner has left, or the teacher has deleted the class. */
  readonly clear: () => void;
}

/** A try that is sent again. */
export interface Repeated {
  readonly asked: Asked;
  /** Whether the learner has seen its result. */
  readonly isScored: boolean;
}

interface OpenTry extends Repeated {
  isScored: boolean;
  isDue: boolean;
  repeats: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** So long a class may take to confirm a result. */
const CONFIRM_MS = 10_000;
/** So long a busy machine may take for a try. */
const SCORE_MS = 60_000;
const MOST_REPEATS = 5;
/** Each has a recording in the page's memory. */
const MOST = 20;

/** @param told is called with each change of the notice */
export function createOpenTries(told: (notice: TryNotice) => void): OpenTries {
  const open = new Map<string, OpenTry>();
  /** A recording of the machine's own microphone is not here. */
  const canRepeat = ({ asked, repeats }: OpenTry): boolean => asked.topic !== 'stop' && repeats < MOST_REPEATS;

  const remove = (name: string): boolean => {
    clearTimeout(open.get(name)?.timer);
    return open.delete(name);
  };
  const look = (): void => {
    const due = [...open].filter(([, { isDue }]) => isDue);
    const lost = due.filter(([, one]) => !canRepeat(one));
    for (const [name] of lost) remove(name);
    if (lost.length > 0) told('lost');
    else if (due.length > 0) told('again');
  };
  const wait = (one: OpenTry, ms: number): void => {
    clearTimeout(one.timer);
    one.timer = setTimeout(() => {
      one.isDue = true;
      look();
    }, ms);
  };

  return {
    add: (asked) => {
      const name = asked.pronunciation.attempt ?? '';
      if (name === '' || open.has(name)) return;
      const one: OpenTry = { asked, isScored: false, isDue: false, repeats: 0, timer: undefined };
      open.set(name, one);
      wait(one, SCORE_MS);
      const [oldest] = open.keys();
      if (open.size > MOST && oldest !== undefined) remove(oldest);
    },
    names: () => [...open.keys()],
    confirm: (names, isResult) => {
      // A learner who has not seen the result gets it by sending the try again: the class counts it once.
      const done = names.filter((name) => isResult || open.get(name)?.isScored === true);
      if (done.filter(remove).length > 0 && ![...open.values()].some(({ isDue }) => isDue)) told('');
    },
    scored: (name) => {
      const one = open.get(name);
      if (one === undefined) return;
      one.isScored = true;
      wait(one, CONFIRM_MS);
    },
    failed: (name) => void remove(name),
    doubt: () => {
      for (const one of open.values()) one.isDue = true;
      look();
    },
    next: () => {
      const one = [...open.values()].find(({ isDue }) => isDue);
      if (one === undefined) return undefined;
      Object.assign(one, { isDue: false, repeats: one.repeats + 1 });
      wait(one, SCORE_MS);
      return one;
    },
    clear: () => {
      for (const name of [...open.keys()]) remove(name);
      told('');
    },
  };
}
