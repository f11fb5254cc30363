import { weakestWord } from '../results/weakest-word';
import type { JudgedWord } from '../results/outcome';
import type { Grade } from './kept-result';

/**
 * The drill of one word: the word alone until it was good twice, then the sentence again.
 * - `word`: say the word; `good` counts its good tries.
 * - `sentence`: say the whole sentence. `learned` is false where the word was left for another day.
 * - `done`: the sentence was said.
 */
export type Drill =
  | { readonly step: 'word'; readonly word: string; readonly place: number; readonly sentence: string; readonly good: number; readonly tries: number }
  | { readonly step: 'sentence'; readonly word: string; readonly sentence: string; readonly learned: boolean }
  | { readonly step: 'done'; readonly word: string; readonly sentence: string; readonly learned: boolean };

/** Good tries that a word needs: one may be luck. */
export const NEEDED = 2;
/** After so many tries the sentence comes whatever the points: more of the same is no fun and teaches nothing. */
export const MOST_TRIES = 6;

/** Begins with the weakest word of a try; undefined where all are right. */
export function startDrill(sentence: string, words: readonly JudgedWord[]): Drill | undefined {
  const weakest = weakestWord(words);
  if (weakest === undefined) return undefined;
  return { step: 'word', word: alone(weakest.word.text), place: weakest.place, sentence, good: 0, tries: 0 };
}

/** A word without the marks around it. It keeps a pronunciation in brackets. */
function alone(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\]]+$/gu, '') || text;
}

/** @param grade of the newest try; null where it was refused, which changes nothing */
export function afterTry(drill: Drill, grade: Grade | null): Drill {
  if (grade === null || drill.step === 'done') return drill;
  const { word, sentence } = drill;
  if (drill.step === 'sentence') return { step: 'done', word, sentence, learned: drill.learned };
  const good = drill.good + (grade === 'good' || grade === 'top' ? 1 : 0);
  const tries = drill.tries + 1;
  if (good >= NEEDED || tries >= MOST_TRIES) return { step: 'sentence', word, sentence, learned: good >= NEEDED };
  return { ...drill, good, tries };
}
