import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scoreFromDistance } from '../../../pipeline/siamese/score';
import { scoreByBoth, withoutRating, wordsByBoth } from '../../../pipeline/siamese/two-witnesses';

const word = (text: string, error: 'none' | 'mispronunciation' | 'omission' = 'none') => ({ text, error, startMs: 0, endMs: 1 });
const WORDS = [word('I'), word('do'), word('not'), word('know')];
const RIGHT = { completeness: 1, words: WORDS, insertions: [] };
const withEar = { phones: { constant: 10, rating: 0.5, siamese: 0.4 }, elsewhere: { constant: 0, rating: 0.2, siamese: 0.6 } };

describe('The score by both witnesses', () => {
  it('is the distance without a rating, less the share of the changed words', () => {
    assert.equal(scoreByBoth(0.4, undefined, { withEar }, scoreFromDistance), 80);
    assert.equal(scoreByBoth(0.4, { ...RIGHT, insertions: [{ text: 'really' }] }, { withEar }, scoreFromDistance), 64);
  });

  it('weighs the rating as the manifest says, and takes it alone where that says nothing', () => {
    const heard = { ...RIGHT, rating: { total: 60 }, phones: [] };
    assert.ok(Math.abs(scoreByBoth(0.4, heard, { withEar }, scoreFromDistance) - 72) < 1e-9);
    assert.ok(Math.abs(scoreByBoth(0.4, heard, {}, scoreFromDistance) - 60) < 1e-9);
    assert.equal(scoreByBoth(0.4, { ...RIGHT, rating: { total: 1000 } }, {}, scoreFromDistance), 100);
  });

  it('weighs the distance more in a language whose phones the ear does not know', () => {
    assert.ok(Math.abs(scoreByBoth(0.4, { ...RIGHT, rating: { total: 60 } }, { withEar }, scoreFromDistance) - 60) < 1e-9);
    assert.ok(Math.abs(scoreByBoth(0.4, { ...RIGHT, rating: { total: 90 } }, { withEar }, scoreFromDistance) - 66) < 1e-9);
    const elsewhere = { ...RIGHT, rating: { total: 60, elsewhere: true }, phones: [] };
    assert.ok(Math.abs(scoreByBoth(0.4, elsewhere, { withEar }, scoreFromDistance) - 60) < 1e-9, 'or whose experts the judge does not know');
  });

  it('goes through a calibration', () => {
    const heard = { ...RIGHT, rating: { total: 60 } };
    assert.ok(Math.abs(scoreByBoth(0.4, heard, {}, (distance) => 100 - 25 * distance) - 80) < 1e-9);
  });

  it('takes nothing off a rating for changed words: the judge has heard them', () => {
    const heard = { ...RIGHT, rating: { total: 80 }, insertions: [{ text: 'really' }] };
    assert.ok(Math.abs(scoreByBoth(0.4, heard, {}, scoreFromDistance) - 80) < 1e-9);
  });

  it('maps the words that the ear has rated as it maps the score', () => {
    const rated = { ...RIGHT, words: [{ ...word('I'), score: 60 }] };
    const [mapped] = wordsByBoth([], rated, (distance) => 10 * distance);
    assert.ok(Math.abs((mapped?.score ?? 0) - 8) < 1e-9);
  });

  it('maps the syllables of a word as it maps the word', () => {
    const syllables = [{ text: '국', startMs: 0, endMs: 1, score: 60 }, { text: '물', startMs: 1, endMs: 2, score: 100 }];
    const [mapped] = wordsByBoth([], { ...RIGHT, words: [{ ...word('국물'), score: 60, syllables }] }, (distance) => 10 * distance);
    assert.deepEqual(mapped?.syllables?.map(({ text, startMs, score }) => [text, startMs, Math.round(score)]), [['국', 0, 8], ['물', 1, 0]]);
    assert.equal(mapped.syllables[0]?.score, mapped.score);
  });

  it('can leave out the ratings and keep what was said', () => {
    const rated = { ...RIGHT, rating: { total: 60 }, words: [{ ...word('I', 'omission'), score: 60 }] };
    assert.deepEqual(withoutRating(rated), { completeness: 1, insertions: [], words: [word('I', 'omission')] });
    assert.equal(withoutRating(undefined), undefined);
  });

  it('takes the words of the ear where it has rated them', () => {
    const scores = ['I', 'do', 'not', 'know'].map((text) => ({ text, startMs: 0, endMs: 1, score: 90 }));
    const rated = { ...RIGHT, words: WORDS.map((each, i) => ({ ...each, score: 10 * i, startMs: 5 })) };
    assert.deepEqual(wordsByBoth(scores, rated, scoreFromDistance).map(({ text, score, startMs }) => [text, score, startMs]), [
      ['I', 0, 5],
      ['do', 10, 5],
      ['not', 20, 5],
      ['know', 30, 5],
    ]);
  });

  it('gives no points to a word that was left out, half to one that was exchanged', () => {
    const scores = ['I', 'do', 'not', 'know'].map((text) => ({ text, startMs: 0, endMs: 1, score: 90 }));
    const heard = { ...RIGHT, words: [word('I'), word('do', 'mispronunciation'), word('not', 'omission'), word('know')] };
    assert.deepEqual(wordsByBoth(scores, heard, scoreFromDistance).map(({ score }) => score), [90, 45, 0, 90]);
    assert.deepEqual(wordsByBoth(scores.slice(1), heard, scoreFromDistance).map(({ score }) => score), [90, 90, 90], 'other words than those of the ear');
  });
});
