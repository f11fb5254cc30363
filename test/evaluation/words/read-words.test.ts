import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readReferenceWords, readWordRatings } from '../../../evaluation/words/read-words';

describe('The words of a table of pairs', () => {
  it('are none where the field is absent or empty', () => {
    for (const value of [undefined, '', ' ']) assert.deepEqual([readWordRatings(value), readReferenceWords(value)], [null, null]);
  });

  it('are read from JSON, whatever else stands there', () => {
    assert.deepEqual(readWordRatings('[{"text":"a","human":7.5,"stress":1}]'), [{ text: 'a', human: 7.5, stress: 1 }]);
    assert.deepEqual(readWordRatings('[{"text":"a","human":7,"phoneAccuracy":[2,1.5]}]'), [{ text: 'a', human: 7, phoneAccuracy: [2, 1.5] }]);
    assert.deepEqual(readReferenceWords('[{"text":"a","startMs":0,"endMs":90}]'), [{ text: 'a', startMs: 0, endMs: 90 }]);
  });

  it('have a list of numbers for their sounds, if they have one', () => {
    for (const list of ['2', '["a"]', '[null]']) {
      assert.throws(() => readWordRatings(`[{"text":"a","human":3,"phoneAccuracy":${list}}]`), /has a phoneAccuracy for words that is not a list of numbers/);
    }
  });

  it('are refused with the form they should have', () => {
    for (const value of ['a, b', '{"text":"a"}', '[3]', '[null]', '[{"text":"a"}]', '[{"human":3}]', '[{"text":"a","human":"3"}]']) {
      assert.throws(() => readWordRatings(value), /for words that is not JSON of the form \[\{"text", "human"\}\]/, value);
      assert.throws(() => readReferenceWords(value), /for reference_words that is not JSON of the form \[\{"text", "startMs", "endMs"\}\]/, value);
    }
  });
});
