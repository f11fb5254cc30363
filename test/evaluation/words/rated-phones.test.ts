import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ratedPhones } from '../../../evaluation/words/rated-phones';
import { heard, heardWord } from '../heard';

const phone = (word: number, goodness: number) => ({ word, goodness, symbol: 'T', startMs: 0, endMs: 10 });
const SAID = heard({ words: [heardWord('to'), heardWord('eat')], phones: [phone(0, 90), phone(0, 80), phone(1, 70), phone(1, 60)] });
const rating = (...phoneAccuracy: number[]) => ({ text: 'w', human: 5, phoneAccuracy });

describe('Rated and heard sounds', () => {
  it('belong together by their order in each word', () => {
    const { phones, leftOut } = ratedPhones([rating(2, 1), rating(0, 2)], SAID);
    assert.deepEqual(phones, [{ human: 2, score: 90 }, { human: 1, score: 80 }, { human: 0, score: 70 }, { human: 2, score: 60 }]);
    assert.equal(leftOut, 0);
  });

  it('leave out a word with another number of them, and count it', () => {
    const { phones, leftOut } = ratedPhones([rating(2, 1, 2), rating(0, 2)], SAID);
    assert.deepEqual([phones.map(({ score }) => score), leftOut], [[70, 60], 1]);
    assert.deepEqual(ratedPhones([rating(2, 1)], SAID), { phones: [], leftOut: 1 }, 'the words differ in number');
  });

  it('are none where nobody rated them, or the ear knows no sounds', () => {
    const none = { phones: [], leftOut: 0 };
    assert.deepEqual(ratedPhones(null, SAID), none);
    assert.deepEqual(ratedPhones([{ text: 'to', human: 5 }, { text: 'eat', human: 5 }], SAID), none);
    assert.deepEqual(ratedPhones([rating(2, 1), rating(0, 2)], heard()), none);
    assert.deepEqual(ratedPhones([rating(2, 1), rating(0, 2)], undefined), none);
  });
});
