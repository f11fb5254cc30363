import { auc } from './metrics/auc';
import { equalErrorRate } from './metrics/eer';
import { pearson } from './metrics/pearson';
import { quantile } from './metrics/quantile';
import { spearman } from './metrics/spearman';
import type { MeasuredPair } from './measured';
import { baselineOf } from './words/word-baseline';

/** Ratings from `good` on are good, ratings up to `bad` are bad, and those between are neither. */
export interface GoodBad {
  readonly good: number;
  readonly bad: number;
}

/** The figures that have a sampling error. Null if one can't be computed. A higher score is better. */
export interface Figures {
  readonly pearson: number | null;
  readonly pearsonScored: number | null;
  readonly spearman: number | null;
  readonly aucGoodBad: number | null;
  readonly aucSame: number | null;
  readonly eerSame: number | null;
  readonly meanScore: number | null;
  /** Correlation of the words' scores with their ratings, over the own-text pairs. */
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

/** Everything that `evaluate` prints about the measured pairs, with the keys of its JSON. */
export interface Evaluation extends Figures {
  readonly n: number;
  readonly scored: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly words: WordCounts;
  readonly msMedian: number | null;
  readonly msP95: number | null;
}

/**
 * Computes the figures. The agreement with the raters uses the own-text pairs (those not known to be another sentence). A refused
 * pair counts with the score of its distance, so that a refusal does not improve a figure.
 */
export function figuresOf(pairs: readonly MeasuredPair[], { good, bad }: GoodBad): Figures {
  const own = pairs.filter((pair) => pair.same !== false);
  const rated = own.filter(isRated);
  const scored = rated.filter((pair) => pair.verdict === 'scored');
  const same = pairs.filter((pair) => pair.same === true).map(likeness);
  const other = pairs.filter((pair) => pair.same === false).map(likeness);
  return {
    pearson: pearson(rated.map(human), rated.map(score)),
    pearsonScored: pearson(scored.map(human), scored.map(score)),
    spearman: spearman(rated.map(human), rated.map(score)),
    aucGoodBad: auc(
      rated.filter((pair) => pair.human >= good).map(score),
      rated.filter((pair) => pair.human <= bad).map(score),
    ),
    aucSame: auc(same, other),
    eerSame: equalErrorRate(same, other),
    meanScore: own.length === 0 ? null : own.reduce((sum, pair) => sum + pair.score, 0) / own.length,
    ...wordFigures(own),
  };
}

export function evaluationOf(pairs: readonly MeasuredPair[], limits: GoodBad): Evaluation {
  const verdicts: Record<string, number> = {};
  for (const { verdict } of pairs) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  const times = pairs.flatMap(({ ms }) => (ms === null ? [] : [ms]));
  return {
    n: pairs.length,
    scored: verdicts['scored'] ?? 0,
    verdicts,
    ...figuresOf(pairs, limits),
    words: wordCounts(pairs.filter((pair) => pair.same !== false)),
    msMedian: quantile(times, 0.5),
    msP95: quantile(times, 0.95),
  };
}

function wordFigures(own: readonly MeasuredPair[]): Pick<Figures, 'pearsonWords' | 'pearsonWordsWithin' | 'pearsonWordsBaseline'> {
  const words = own.flatMap(({ words, group }) => (words ?? []).map((word) => ({ ...word, group })));
  const humans = words.map((word) => word.human);
  const baseline = baselineOf(words);
  return {
    pearsonWords: pearson(humans, words.map((word) => word.score)),
    pearsonWordsWithin: pearson(own.flatMap((pair) => around(pair, 'human')), own.flatMap((pair) => around(pair, 'score'))),
    pearsonWordsBaseline: baseline === null ? null : pearson(humans, baseline),
  };
}

/** The words' scores or ratings, minus their mean over the recording. */
function around({ words }: MeasuredPair, key: 'human' | 'score'): number[] {
  const values = (words ?? []).map((word) => word[key]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function wordCounts(own: readonly MeasuredPair[]): WordCounts {
  const lists = own.flatMap(({ words }) => (words === null || words.length === 0 ? [] : [words]));
  return {
    n: lists.reduce((sum, words) => sum + words.length, 0),
    recordings: lists.length,
    leftOut: own.filter(({ words }) => words === null).length,
  };
}

type RatedPair = MeasuredPair & { readonly human: number };

function isRated(pair: MeasuredPair): pair is RatedPair {
  return pair.human !== null;
}

function human(pair: RatedPair): number {
  return pair.human;
}

function score(pair: MeasuredPair): number {
  return pair.score;
}

/** How much a recording is like its reference. One that could not be compared gets the lowest value. */
function likeness(pair: MeasuredPair): number {
  return pair.mismatch === null ? -Infinity : -pair.mismatch;
}
