import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { evaluationOf, figuresOf } from '../../evaluation/figures';
import { baselineOf } from '../../evaluation/words/word-baseline';
import { pearson } from '../../evaluation/metrics/pearson';
import { measured as pair, testimony } from './measured';

const LIMITS = { good: 8, bad: 5 };

describe('The figures of an evaluation', () => {
  it('count a refused pair by the score that it would have in all but pearsonScored', () => {
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

  it('tell the same sentence from another by what decides the verdict, not by the score', () => {
    const pairs = [
      pair({ sameness: -0.2, score: 0 }),
      pair({ sameness: -0.6, score: 0 }),
      pair({ same: false, sameness: -0.5, score: 100 }),
      pair({ same: false, sameness: -0.9, score: 100 }),
    ];
    const { aucSame, eerSame } = figuresOf(pairs, LIMITS);
    assert.equal(aucSame, 0.75);
    assert.equal(eerSame, 0.5);
  });

  it('count what could not be compared as another sentence', () => {
    const silent = pair({ sameness: -Infinity, verdict: 'no-speech', score: 0 });
    const { aucSame } = figuresOf([pair({ sameness: -0.2 }), silent, pair({ same: false, sameness: -0.9 })], LIMITS);
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

  it('are apart for each witness, over the pairs that the ear has listened to', () => {
    const heard = (human: number, siamese: number, ear: number | null, score: number) =>
      pair({ human, score, siamese: testimony({ score: siamese }), ear: testimony({ score: ear }) });
    const pairs = [heard(1, 10, 30, 20), heard(2, 30, 10, 30), heard(3, 20, 20, 40), heard(4, 40, null, 50), pair({ human: 5, score: 0 })];
    const { pearson: all, witnesses } = figuresOf(pairs, LIMITS);
    assert.equal(all, pearson([1, 2, 3, 4, 5], [20, 30, 40, 50, 0]));
    assert.equal(witnesses.both.pearson, 1);
    assert.equal(witnesses.siamese.pearson, pearson([1, 2, 3, 4], [10, 30, 20, 40]));
    assert.equal(witnesses.ear.pearson, -0.5, 'a recording that the ear did not rate says nothing of it');
    const { siamese, ear, both } = figuresOf([pair({ human: 1, siamese: testimony({ score: 3 }) }), pair({ human: 2 })], LIMITS).witnesses;
    assert.deepEqual([siamese.pearson, ear.pearson, both.pearson], [1, null, null], 'all pairs where the ear has heard none');
  });

  it('tell another sentence apart by what each witness goes by, and count what each refuses', () => {
    const heard = (same: boolean, verdict: string, sameness: readonly [number, number, number], refused: boolean) => {
      const [both, siamese, ear] = sameness;
      return pair({ same, verdict, sameness: both, siamese: testimony({ sameness: siamese, refused }), ear: testimony({ sameness: ear }) });
    };
    const pairs = [
      heard(true, 'scored', [2, 1, 0.9], false),
      heard(true, 'incomplete', [-1, 1, 0.4], false),
      heard(false, 'wrong-sentence', [-2, 2, 0.3], false),
      heard(false, 'too-quiet', [-3, -1, 0.5], true),
    ];
    const { aucSame, refusedSame, refusedOther, witnesses } = figuresOf(pairs, LIMITS);
    assert.deepEqual([aucSame, witnesses.both.aucSame, witnesses.siamese.aucSame, witnesses.ear.aucSame], [1, 1, 0.5, 0.75]);
    assert.deepEqual([refusedSame, refusedOther], [0.5, 0.5], 'a recording that is too quiet is not refused as another sentence');
    assert.deepEqual([witnesses.siamese.refusedOther, witnesses.ear.refusedOther], [0.5, 0]);
  });

  it('agree with each kind of rating by the ear\'s own rating of it, else by the score', () => {
    const rated = (accuracy: number, score: number, ear: number | null) =>
      pair({ score, ratings: { accuracy, fluency: null, prosodic: null }, siamese: testimony({ accuracy: score }), ear: ear === null ? null : testimony({ accuracy: ear }) });
    const { agreement, witnesses } = figuresOf([rated(1, 90, 10), rated(2, 80, 20), rated(3, 30, null), rated(4, 95, 5)], LIMITS);
    assert.equal(agreement.accuracy, pearson([1, 2, 3, 4], [10, 20, 30, 5]));
    assert.equal(agreement.fluency, null);
    assert.equal(witnesses.ear.accuracy, pearson([1, 2, 4], [10, 20, 5]));
    assert.equal(witnesses.siamese.accuracy, pearson([1, 2, 4], [90, 80, 95]));
  });

  it('correlate the sounds of own-text pairs, and count the words left out', () => {
    const phone = (human: number, score: number) => ({ human, score });
    const pairs = [
      pair({ phones: { phones: [phone(2, 90), phone(0, 70)], leftOut: 1 } }),
      pair({ phones: { phones: [phone(1, 20)], leftOut: 2 } }),
      pair({ same: false, phones: { phones: [phone(2, 0)], leftOut: 4 } }),
    ];
    const { pearsonPhones, agreement, phones } = evaluationOf(pairs, LIMITS);
    assert.equal(pearsonPhones, pearson([2, 0, 1], [90, 70, 20]));
    assert.equal(agreement.phones, pearsonPhones);
    assert.deepEqual(phones, { n: 3, leftOut: 3 });
  });

  it('give counts of all verdicts and times, and null for what can not be computed', () => {
    const pairs = [pair({ ms: 4 }), pair({ ms: 8, verdict: 'clipped' }), pair({ ms: null, verdict: 'no-speech' }), pair({ ms: 5 })];
    const { msP95, agreement, witnesses, ...others } = evaluationOf(pairs, LIMITS);
    assert.ok(Math.abs((msP95 ?? 0) - 7.7) < 1e-9);
    assert.deepEqual(Object.values(agreement), [null, null, null, null, null, null]);
    assert.deepEqual(Object.keys(witnesses), ['siamese', 'ear', 'both']);
    assert.deepEqual(others, {
      n: 4,
      heard: 0,
      scored: 2,
      verdicts: { scored: 2, clipped: 1, 'no-speech': 1 },
      pearson: null,
      pearsonScored: null,
      spearman: null,
      aucGoodBad: null,
      aucSame: null,
      eerSame: null,
      refusedSame: 0,
      refusedOther: null,
      meanScore: 50,
      pearsonWords: null,
      pearsonWordsWithin: null,
      pearsonWordsBaseline: null,
      pearsonPhones: null,
      words: { n: 0, recordings: 0, leftOut: 0 },
      phones: { n: 0, leftOut: 0 },
      msMedian: 5,
    });
    assert.equal(evaluationOf([], LIMITS).meanScore, null);
  });
});
