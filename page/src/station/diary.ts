import { toJson } from '../progress/export/json';
import { resultsCsv } from '../progress/export/csv';
import type { Progress } from '../progress/progress';
import type { ResultMessage } from './messages';
import type { State } from './state';
import { newAttempt } from './storage';

/** So many sentences and words are offered for today. */
const REVIEWED = 6;

/** What this device keeps of a learner's tries; nothing where its browser keeps nothing. */
export interface Diary {
  readonly add: (result: ResultMessage) => void;
  /** Looks what of the list is to be practised again today. */
  readonly review: () => void;
  /** A file with all tries. */
  readonly file: (form: 'json' | 'csv') => Promise<string>;
  /** Deletes all. @returns how many values are left: 0 proves that all are gone */
  readonly delete: () => Promise<number>;
}

/** @param opened what is kept; rejects where the browser keeps nothing */
export function createDiary(state: State, opened: Promise<Progress>): Diary {
  const look = (progress: Progress): void => {
    state.streak = progress.streak(Date.now()).days;
  };
  // A browser in its private mode may keep nothing: the page works without.
  opened.then(look).catch(() => undefined);
  return {
    add: ({ score, words, hint }) => {
      const { text: sentence, language, voice } = state;
      const tried = { id: newAttempt(), when: Date.now(), sentence, language, voice, verdict: score.verdict, points: score.value, tiers: score.tiers, words, hint };
      opened.then((progress) => progress.add(tried).then(() => look(progress))).catch(() => undefined);
    },
    review: () => {
      const known = new Set((state.sentences[state.language] ?? []).map(({ text }) => text));
      opened.then((progress) => {
        state.review = progress.review(state.language, Date.now(), REVIEWED, (sentence) => known.has(sentence));
      }).catch(() => undefined);
    },
    file: async (form) => {
      const results = await (await opened).all();
      return form === 'json' ? toJson(results) : resultsCsv(results);
    },
    delete: async () => {
      const progress = await opened;
      const left = await progress.delete();
      state.review = [];
      look(progress);
      return left;
    },
  };
}
