import type { MeasuredPair, Testimony } from '../measured';
import { pearson } from '../metrics/pearson';
import { baselineOf } from './word-baseline';

/** Agreement of the words' scores with their ratings. Null if it can't be computed. */
export interface WordFigures {
  readonly pearsonWords: number | null;
  /** The same without each recording's means: it compares the words of a recording, and not the recordings. */
  readonly pearsonWordsWithin: number | null;
  /** `pearsonWords` for a prediction from the words' lengths and durations. */
  readonly pearsonWordsBaseline: number | null;
}

/** The data for the figures of words: number of rated words, of their recordings, and of recordings whose ratings and words could
 *  not be matched. */
export interface WordCounts {
  readonly n: number;
  readonly recordings: number;
  readonly leftOut: number;
}

/** @param own the pairs not known to be another sentence */
export function wordFigures(own: readonly MeasuredPair[]): WordFigures {
  const words = own.flatMap(({ words, group }) => (words ?? []).map((word) => ({ ...word, group })));
  const baseline = baselineOf(words);
  return {
    pearsonWords: pearsonOfWords(own),
    pearsonWordsWithin: pearson(own.flatMap((pair) => around(pair, 'human')), own.flatMap((pair) => around(pair, 'score'))),
    pearsonWordsBaseline: baseline === null ? null : pearson(words.map((word) => word.human), baseline),
  };
}

export function pearsonOfWords(own: readonly Pick<Testimony, 'words'>[]): number | null {
  const words = own.flatMap((said) => said.words ?? []);
  return pearson(words.map((word) => word.human), words.map((word) => word.score));
}

/** The words' scores or ratings, minus their mean over the recording. */
function around({ words }: MeasuredPair, key: 'human' | 'score'): number[] {
  const values = (words ?? []).map((word) => word[key]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

export function wordCounts(own: readonly MeasuredPair[]): WordCounts {
  const lists = own.flatMap(({ words }) => (words === null || words.length === 0 ? [] : [words]));
  return {
    n: lists.reduce((sum, words) => sum + words.length, 0),
    recordings: lists.length,
    leftOut: own.filter(({ words }) => words === null).length,
  };
}
