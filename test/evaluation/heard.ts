import type { ScoreDetails } from '../../engine/jobs';
import type { PairResult } from '../../evaluation/measure';
import type { Pair } from '../../evaluation/pair';
import type { Heard, HeardWord } from '../../pipeline/ear/heard';

export function heardWord(text: string, some: Partial<HeardWord> = {}): HeardWord {
  return { text, startMs: 100, endMs: 300, error: 'none', confidence: 0.9, ...some };
}

/** What an ear without a judge hears of "one two three"; a test says what it is about. */
export function heard(some: Partial<Heard> = {}): Heard {
  const words = ['one', 'two', 'three'].map((text) => heardWord(text));
  return { text: 'one two three', sure: true, language: 'en', completeness: 1, words, insertions: [], model: 'ear', ms: 300, ...some };
}

/** A scored pair, compared with and without the ear. */
export function pairResult(said: Heard | undefined, some: Partial<PairResult> = {}): PairResult {
  const alone: ScoreDetails = {
    ...{ verdict: 'scored', value: 70, calibrated: false, points: 70, siamese: 70, distance: 0.6, mismatch: -2, alignmentCost: 0.3 },
    ...{ model: 'default', backend: 'wasm', ms: 20, frames: { hopMs: 40, startMs: 0, distance: [] }, words: [], reference: { place: 0, of: 1 }, referenceCached: false },
  };
  return { ...alone, hearing: said === undefined ? { without: '' } : { heard: said }, alone, ...some };
}

/** A row of a table with a text. */
export function pairOf(some: Partial<Pair> = {}): Pair {
  const text = { text: 'one two three', language: 'en' };
  return {
    ...{ line: 2, learner: '/a.wav', reference: text, otherReferences: [], expected: text, same: true, human: 7, wordRatings: null, referenceWords: null },
    ...{ ratings: { accuracy: null, fluency: null, prosodic: null }, fields: {} },
    ...some,
  };
}
