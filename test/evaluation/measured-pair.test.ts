import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { measuredPair } from '../../evaluation/measured-pair';
import { TINY_MANIFEST } from '../pipeline/siamese/manifest';
import { heard, heardWord, pairOf, pairResult } from './heard';

const LIMITS = TINY_MANIFEST.verdict;
const RATING = { total: 60, accuracy: 50, fluency: 40, prosodic: 30 };
const ratings = [8, 6, 4].map((human) => ({ text: 'w', human }));
const scored = (...scores: number[]) => scores.map((score) => ({ text: 'w', startMs: 0, endMs: 10, score }));

describe('A measured pair', () => {
  it('has what each witness says of it', () => {
    const words = [90, 80, 70].map((score) => heardWord('w', { score }));
    const result = pairResult(heard({ rating: RATING, words }), { points: 55, words: scored(9, 8, 7) });
    const { score, siamese, ear, words: both } = measuredPair(pairOf({ wordRatings: ratings }), result, 'speaker', LIMITS);
    assert.deepEqual([score, siamese.score, ear?.score], [55, 70, 60]);
    assert.deepEqual([ear?.accuracy, ear?.fluency, ear?.prosodic, siamese.fluency], [50, 40, 30, 70]);
    assert.deepEqual([both, ear?.words].map((list) => list?.map((word) => word.score)), [[9, 8, 7], [90, 80, 70]]);
    assert.equal(siamese.words, null, 'the network alone had no words here');
  });

  it('is not rated by an ear without a judge, and counts as nothing where nobody spoke', () => {
    const rate = (said: Parameters<typeof heard>[0]) => measuredPair(pairOf({ wordRatings: ratings }), pairResult(heard(said)), '', LIMITS).ear;
    assert.deepEqual([rate({})?.score, rate({})?.accuracy, rate({})?.words], [null, null, null]);
    const silent = rate({ text: '', completeness: null, words: [] });
    assert.deepEqual([silent?.score, silent?.accuracy, silent?.sameness, silent?.refused], [0, 0, -Infinity, false]);
    assert.equal(measuredPair(pairOf(), pairResult(undefined), '', LIMITS).ear, null);
  });

  it('is refused by the ear alone where less than half was said, and by the network alone by its own verdict', () => {
    const result = pairResult(heard({ completeness: 0.4 }), { verdict: 'incomplete' });
    const { siamese, ear } = measuredPair(pairOf(), result, '', LIMITS);
    assert.deepEqual([siamese.refused, ear?.refused], [false, true]);
  });
});
