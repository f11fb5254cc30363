import { byKind, type KindRatings } from './kinds';
import type { MeasuredPair, Testimony } from './measured';
import { isRefusedSentence } from './measured-pair';
import { auc } from './metrics/auc';
import { equalErrorRate } from './metrics/eer';
import { pearson } from './metrics/pearson';
import { spearman } from './metrics/spearman';
import { pearsonOfWords } from './words/word-figures';

/** Ratings from `good` on are good, ratings up to `bad` are bad, and those between are neither. */
export interface GoodBad {
  readonly good: number;
  readonly bad: number;
}

/** The figures of one kind of witness. Null if one can't be computed. The kinds of rating are correlations. */
export interface WitnessFigures extends KindRatings {
  readonly pearson: number | null;
  readonly spearman: number | null;
  readonly aucGoodBad: number | null;
  readonly aucSame: number | null;
  readonly eerSame: number | null;
  /** Share of the own-text pairs that are refused as another sentence or as incomplete; the same of the others. */
  readonly refusedSame: number | null;
  readonly refusedOther: number | null;
  readonly pearsonWords: number | null;
}

/** Reads from a pair what one kind of witness says; null if it says nothing. */
export type TestimonyOf = (pair: MeasuredPair) => Testimony | null;

export const WITNESSES = {
  siamese: ({ siamese }) => siamese,
  ear: ({ ear }) => ear,
  /** What the learner is told. */
  both: ({ score, sameness, verdict, words, ear }) => {
    return { score, ...byKind((kind) => ear?.[kind] ?? score), sameness, refused: isRefusedSentence(verdict), words };
  },
} as const satisfies Readonly<Record<string, TestimonyOf>>;

/**
 * Computes the figures of one witness. The agreement with the raters uses the own-text pairs (those not known to be another
 * sentence). A refused pair counts with the score that it would have, so that a refusal does not improve a figure.
 */
export function witnessFigures(pairs: readonly MeasuredPair[], testimonyOf: TestimonyOf, { good, bad }: GoodBad): WitnessFigures {
  const own: Said[] = [];
  const other: Said[] = [];
  for (const pair of pairs) {
    const testimony = testimonyOf(pair);
    if (testimony !== null) (pair.same === false ? other : own).push({ pair, testimony });
  }
  const rated = both(own.map(({ pair: { human }, testimony: { score } }) => [human, score]));
  const [humans, scores] = columns(rated);
  const sameness = (said: readonly Said[]): number[] => said.map(({ testimony }) => testimony.sameness);
  const known = sameness(own.filter(({ pair }) => pair.same === true));
  return {
    pearson: pearson(humans, scores),
    spearman: spearman(humans, scores),
    aucGoodBad: auc(
      rated.flatMap(([human, score]) => (human >= good ? [score] : [])),
      rated.flatMap(([human, score]) => (human <= bad ? [score] : [])),
    ),
    ...byKind((kind) => pearson(...columns(both(own.map(({ pair, testimony }) => [pair.ratings[kind], testimony[kind]]))))),
    aucSame: auc(known, sameness(other)),
    eerSame: equalErrorRate(known, sameness(other)),
    refusedSame: shareRefused(own),
    refusedOther: shareRefused(other),
    pearsonWords: pearsonOfWords(own.map(({ testimony }) => testimony)),
  };
}

/** A pair, and what the witness says of it. */
interface Said {
  readonly pair: MeasuredPair;
  readonly testimony: Testimony;
}

type Numbers = readonly [number, number];

/** The rows in which both numbers are there. */
function both(rows: readonly (readonly [number | null, number | null])[]): Numbers[] {
  return rows.flatMap(([first, second]): Numbers[] => (first === null || second === null ? [] : [[first, second]]));
}

function columns(rows: readonly Numbers[]): [number[], number[]] {
  return [rows.map(([first]) => first), rows.map(([, second]) => second)];
}

function shareRefused(said: readonly Said[]): number | null {
  return said.length === 0 ? null : said.filter(({ testimony }) => testimony.refused).length / said.length;
}
