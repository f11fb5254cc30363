import type { KindRatings } from './kinds';
import type { MeasuredPair } from './measured';
import { pearson } from './metrics/pearson';
import { quantile } from './metrics/quantile';
import { WITNESSES, witnessFigures, type GoodBad, type WitnessFigures } from './witness-figures';
import { pearsonOfPhones } from './words/rated-phones';
import { wordCounts, wordFigures, type WordCounts, type WordFigures } from './words/word-figures';

/** Correlations with each kind of rating, of what the learner is told: the ear's rating of that kind, else the score. */
export interface RaterAgreement extends KindRatings {
  readonly total: number | null;
  readonly words: number | null;
  readonly phones: number | null;
}

/** The figures that are one number. The scores are those of both witnesses. */
export interface PlainFigures extends Omit<WitnessFigures, keyof KindRatings>, WordFigures {
  readonly pearsonScored: number | null;
  readonly meanScore: number | null;
  readonly pearsonPhones: number | null;
}

/** The figures that have a sampling error. Null if one can't be computed. A higher score is better. */
export interface Figures extends PlainFigures {
  readonly agreement: RaterAgreement;
  /** Over the pairs that the ear has listened to; over all pairs if there are none. */
  readonly witnesses: Readonly<Record<keyof typeof WITNESSES, WitnessFigures>>;
}

/** Rated phones, and rated words whose phones could not be matched. */
export interface PhoneCounts {
  readonly n: number;
  readonly leftOut: number;
}

/** Everything that `evaluate` prints about the measured pairs, with the keys of its JSON. */
export interface Evaluation extends Figures {
  readonly n: number;
  /** Pairs that the ear has listened to. */
  readonly heard: number;
  readonly scored: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly words: WordCounts;
  readonly phones: PhoneCounts;
  readonly msMedian: number | null;
  readonly msP95: number | null;
}

export function figuresOf(pairs: readonly MeasuredPair[], limits: GoodBad): Figures {
  const both = witnessFigures(pairs, WITNESSES.both, limits);
  const { accuracy, fluency, prosodic, ...plain } = both;
  const own = ownText(pairs);
  const scored = own.flatMap(({ human, score, verdict }) => (human === null || verdict !== 'scored' ? [] : [{ human, score }]));
  const pearsonPhones = pearsonOfPhones(own);
  const heard = pairs.filter(({ ear }) => ear !== null);
  const isAll = heard.length === 0 || heard.length === pairs.length;
  const judged = isAll ? pairs : heard;
  return {
    ...plain,
    pearsonScored: pearson(scored.map(({ human }) => human), scored.map(({ score }) => score)),
    meanScore: own.length === 0 ? null : own.reduce((sum, pair) => sum + pair.score, 0) / own.length,
    ...wordFigures(own),
    pearsonPhones,
    agreement: { total: plain.pearson, accuracy, fluency, prosodic, words: plain.pearsonWords, phones: pearsonPhones },
    witnesses: {
      siamese: witnessFigures(judged, WITNESSES.siamese, limits),
      ear: witnessFigures(judged, WITNESSES.ear, limits),
      both: isAll ? both : witnessFigures(judged, WITNESSES.both, limits),
    },
  };
}

export function evaluationOf(pairs: readonly MeasuredPair[], limits: GoodBad): Evaluation {
  const verdicts: Record<string, number> = {};
  for (const { verdict } of pairs) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  const times = pairs.flatMap(({ ms }) => (ms === null ? [] : [ms]));
  const own = ownText(pairs);
  return {
    n: pairs.length,
    heard: pairs.filter(({ ear }) => ear !== null).length,
    scored: verdicts['scored'] ?? 0,
    verdicts,
    ...figuresOf(pairs, limits),
    words: wordCounts(own),
    phones: {
      n: own.reduce((sum, { phones }) => sum + phones.phones.length, 0),
      leftOut: own.reduce((sum, { phones }) => sum + phones.leftOut, 0),
    },
    msMedian: quantile(times, 0.5),
    msP95: quantile(times, 0.95),
  };
}

/** The pairs not known to be another sentence. */
function ownText(pairs: readonly MeasuredPair[]): readonly MeasuredPair[] {
  return pairs.filter(({ same }) => same !== false);
}
