import { memoise } from '../base/memoise';
import type { Scoring } from '../engine/offline/scoring';
import type { Heard } from '../pipeline/ear/heard';
import type { Pair, SpokenText } from './pair';

/** What the ear heard; or why it did not listen. */
export type Hearing = { readonly heard: Heard } | { readonly heard?: undefined; readonly without: string };

/** Cached results, a few kB each. */
const HEARINGS_KEPT = 5000;
const NO_TEXT: Hearing = { without: 'The table has no text with a language for them.' };
const NOT_WANTED: Hearing = { without: '' };

/** What the pair's recording says, in the light of the pair's text. A recording is heard once with each text. */
export type Hear = (pair: Pair) => Promise<Hearing>;

/** @param read reads a recording as a WAV file */
export function createHear({ hear }: Pick<Scoring, 'hear'>, read: (path: string) => Promise<Uint8Array>): Hear {
  // The first sentence of an error stands for all of its kind, which differ in a language or a length.
  const sentences = new Map<string, string>();
  const hearings = memoise(HEARINGS_KEPT, async (key): Promise<Hearing> => {
    const { learner, text, language } = JSON.parse(key) as SpokenText & Pick<Pair, 'learner'>;
    let without = '';
    const heard = await hear(await read(learner), text, language, ({ code, message }) => {
      without = sentences.get(code) ?? message;
      sentences.set(code, without);
    });
    return heard === undefined ? { without } : { heard };
  });
  return ({ learner, expected }) => {
    return expected === null ? Promise.resolve(NO_TEXT) : hearings(JSON.stringify({ learner, ...expected }));
  };
}

/** For scores by the Siamese network alone. */
export const hearNothing: Hear = () => Promise.resolve(NOT_WANTED);

/** How many of the pairs the ear did not listen to, and why: a line for each reason; '' if there are none. */
export function withoutEarNote(hearings: readonly Hearing[]): string {
  const counts = new Map<string, number>();
  for (const hearing of hearings) {
    if (hearing.heard === undefined && hearing.without !== '') counts.set(hearing.without, (counts.get(hearing.without) ?? 0) + 1);
  }
  return [...counts].map(([why, count]) => `Scored without the ear: ${count} of ${hearings.length} pairs. ${why}\n`).join('');
}
