import type { VerdictLimits } from '../pipeline/model-manifest';
import { verdictOf } from '../pipeline/siamese/verdict';
import type { Heard, Rating } from '../pipeline/ear/heard';
import { byKind } from './kinds';
import type { MeasuredPair, Testimony } from './measured';
import type { PairResult } from './measure';
import type { Pair } from './pair';
import { samenessByBoth, samenessByEar } from './sameness';
import { ratedPhones } from './words/rated-phones';
import { ratedWords } from './words/rated-words';

/**
 * The data of a pair that the figures need.
 * @param group the column with the groups for the intervals
 * @param limits of the model
 */
export function measuredPair(pair: Pair, result: PairResult, group: string, limits: VerdictLimits): MeasuredPair {
  const { same, human, ratings, wordRatings, fields } = pair;
  const { verdict, points, mismatch, ms, words, hearing } = result;
  return {
    ...{ same, human, ratings, verdict, ms },
    score: points ?? 0,
    words: ratedWords(wordRatings, words),
    phones: ratedPhones(wordRatings, hearing.heard),
    sameness: samenessByBoth(mismatch, hearing.heard, limits),
    siamese: ofSiamese(pair, result.alone),
    ear: hearing.heard === undefined ? null : ofEar(pair, hearing.heard, limits),
    group: fields[group] ?? '',
  };
}

/** Whether a verdict says that the sentence was not said, or less than half of it. */
export function isRefusedSentence(verdict: string): boolean {
  return verdict === 'wrong-sentence' || verdict === 'incomplete';
}

function ofSiamese({ wordRatings }: Pair, { siamese, mismatch, verdict, words }: PairResult['alone']): Testimony {
  const score = siamese ?? 0;
  return {
    score,
    ...byKind(() => score),
    sameness: mismatch === null ? -Infinity : -mismatch,
    refused: isRefusedSentence(verdict),
    words: ratedWords(wordRatings, words),
  };
}

function ofEar({ wordRatings }: Pair, heard: Heard, limits: VerdictLimits): Testimony {
  const nobodySpoke = heard.words.length === 0;
  const ratingOf = (kind: Exclude<keyof Rating, 'elsewhere'>): number | null => heard.rating?.[kind] ?? (nobodySpoke ? 0 : null);
  const scored = heard.words.flatMap(({ score, ...word }) => (score === undefined ? [] : [{ ...word, score }]));
  return {
    score: ratingOf('total'),
    ...byKind(ratingOf),
    sameness: samenessByEar(heard),
    refused: isRefusedSentence(verdictOf({ heard }, limits)),
    words: ratedWords(wordRatings, scored),
  };
}
