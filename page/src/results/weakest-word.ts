import type { JudgedWord } from './outcome';

/** A word that is not right, and its place among the words of the sentence. */
export interface WeakWord {
  readonly word: JudgedWord;
  readonly place: number;
}

/** Words of the sentence, without those that were added to it. */
export function sentenceWords(words: readonly JudgedWord[]): readonly JudgedWord[] {
  return words.filter(({ state }) => state !== 'added');
}

/**
 * The word that was said worst: one that was heard as another word, else the one with the fewest points; undefined where all are
 * right. A word at another place was said well.
 */
export function weakestWord(words: readonly JudgedWord[]): WeakWord | undefined {
  const weak = sentenceWords(words)
    .map((word, place) => ({ word, place }))
    .filter(({ word }) => word.moved !== true && (word.state === 'wrong' || word.state === 'unclear'));
  return weak.sort((a, b) => pointsOf(a.word) - pointsOf(b.word))[0];
}

function pointsOf({ state, score }: JudgedWord): number {
  return score ?? (state === 'wrong' ? -1 : 100);
}
