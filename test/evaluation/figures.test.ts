import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evaluationOf, figuresOf } from '../../evaluation/figures';
import type { MeasuredPair } from '../../evaluation/measured';
import { baselineOf } from '../../evaluation/words/word-baseline';
import { pearson } from '../../evaluation/metrics/pearson';

const LIMITS = { good: 8, bad: 5 };

function pair(some: Partial<MeasuredPair>): MeasuredPair {
  return { same: true, human: null, verdict: 'scored', score: 50, mismatch: 1, ms: 10, words: [], group: '', ...some };
}

describe('The figures of an evaluation', () => {
  it('count a refused pair by the score of its distance in all but pearsonScored', () => {
    const pairs = [
      pair({ human: 1, score: 20 }),
      pair({ human: 2, score: 10 }),
      pair({ human: 3, score: 40 }),
      pair({ human: 4, score: 30, verdict: 'wrong-sentence' }),
    ];
    const { pearson, pearsonScored, spearman, meanScore } = figuresOf(pairs, LIMITS);
    // Deviations -1.5 -0.5 0.5 1.5 and -5 -15 15 5: 30 over the root of 5 * 500.
    assert.ok(Math.abs((pearson ?? 0) - 0.6) < 1e-12);
    assert.ok(Math.abs((spearman ?? 0) - 0.6) < 1e-12);
    // Deviations -1 0 1 and -10/3 -40/3 50/3: 20 over the root of 2 * 4200/9.
    assert.ok(Math.abs((pearsonScored ?? 0) - 20 / Math.sqrt(8400 / 9)) < 1e-12);
    assert.equal(meanScore, 25);
  });

  it('leave pairs with another sentence out of the agreement, and unrated pairs out of the correlations only', () => {
    const rated = [pair({ human: 1, score: 10 }), pair({ human: 2, score: 30 })];
    const { pearson, meanScore } = figuresOf(
      [...rated, pair({ same: false, human: 9, score: 0 }), pair({ score: 80 })],
      LIMITS,
    );
    assert.equal(pearson, 1);
    assert.equal(meanScore, 40);
  });

  it('run over all pairs where the table does not say which are the same sentence', () => {
    const { pearson, meanScore, aucSame, eerSame } = figuresOf(
      [pair({ same: null, human: 1, score: 10 }), pair({ same: null, human: 2, score: 30 })],
      LIMITS,
    );
    assert.deepEqual({ pearson, meanScore, aucSame, eerSame }, { pearson: 1, meanScore: 20, aucSame: null, eerSame: null });
  });

  it('take human figures at the limits for good and for bad, and those between for neither', () => {
    const { aucGoodBad } = figuresOf(
      [
        pair({ human: 8, score: 60 }),
        pair({ human: 9, score: 30 }),
        pair({ human: 6.5, score: 0 }),
        pair({ human: 5, score: 40 }),
        pair({ human: 1, score: 10 }),
      ],
      LIMITS,
    );
    assert.equal(aucGoodBad, 0.75);
  });

  it('tell the same sentence from another by the mismatch, not by the score', () => {
    const pairs = [
      pair({ mismatch: 0.2, score: 0 }),
      pair({ mismatch: 0.6, score: 0 }),
      pair({ same: false, mismatch: 0.5, score: 100 }),
      pair({ same: false, mismatch: 0.9, score: 100 }),
    ];
    const { aucSame, eerSame } = figuresOf(pairs, LIMITS);
    assert.equal(aucSame, 0.75);
    assert.equal(eerSame, 0.5);
  });

  it('count what could not be compared as another sentence', () => {
    const silent = pair({ mismatch: null, verdict: 'no-speech', score: 0 });
    const { aucSame } = figuresOf([pair({ mismatch: 0.2 }), silent, pair({ same: false, mismatch: 0.9 })], LIMITS);
    assert.equal(aucSame, 0.5);
  });

  it('correlate the words of all own-text pairs, refused ones too, and count the recordings left out', () => {
    const word = (human: number, score: number, letters: number, durationMs: number) => ({ human, score, letters, durationMs });
    const pairs = [
      pair({ group: 'a', words: [word(1, 30, 2, 100), word(2, 10, 4, 300)] }),
      pair({ group: 'a', verdict: 'wrong-sentence', words: [word(3, 20, 5, 100)] }),
      pair({ group: 'b', words: [word(2, 50, 3, 200), word(4, 40, 7, 250), word(6, 60, 9, 150)] }),
      pair({ same: false, words: [word(9, 0, 1, 100)] }),
      pair({ words: null }),
    ];
    const { pearsonWords, pearsonWordsBaseline, words } = evaluationOf(pairs, LIMITS);
    const all = pairs.filter(({ same }) => same).flatMap((each) => (each.words ?? []).map((its) => ({ ...its, group: each.group })));
    const humans = all.map(({ human }) => human);
    assert.equal(pearsonWords, pearson(humans, all.map(({ score }) => score)));
    assert.equal(pearsonWordsBaseline, pearson(humans, baselineOf(all) ?? []));
    assert.ok(pearsonWords !== null && pearsonWordsBaseline !== null);
    assert.deepEqual(words, { n: 6, recordings: 3, leftOut: 1 });
  });

  it('tell the words of a recording apart, whatever lies between recordings', () => {
    const word = (human: number, score: number) => ({ human, score, letters: 1, durationMs: 1 });
    const pairs = [
      pair({ words: [word(1, 90), word(2, 92), word(3, 94)] }),
      pair({ words: [word(7, 10), word(8, 12)] }),
      pair({ words: [word(5, 50)] }),
    ];
    const { pearsonWords, pearsonWordsWithin } = figuresOf(pairs, LIMITS);
    assert.ok((pearsonWords ?? 0) < -0.8);
    assert.ok(Math.abs((pearsonWordsWithin ?? 0) - 1) < 1e-12);
  });

  it('give counts of all verdicts and times, and null for what can not be computed', () => {
    const pairs = [pair({ ms: 4 }), pair({ ms: 8, verdict: 'clipped' }), pair({ ms: null, verdict: 'no-speech' }), pair({ ms: 5 })];
    const { msP95, ...others } = evaluationOf(pairs, LIMITS);
    assert.ok(Math.abs((msP95 ?? 0) - 7.7) < 1e-9);
    assert.deepEqual(others, {
      n: 4,
      scored: 2,
      verdicts: { scored: 2, clipped: 1, 'no-speech': 1 },
      pearson: null,
      pearsonScored: null,
      spearman: null,
      aucGoodBad: null,
      aucSame: null,
      eerSame: null,
      meanScore: 50,
      pearsonWords: null,
      pearsonWordsWithin: null,
      pearsonWordsBaseline: null,
      words: { n: 0, recordings: 0, leftOut: 0 },
      msMedian: 5,
    });
    assert.equal(evaluationOf([], LIMITS).meanScore, null);
  });
});
