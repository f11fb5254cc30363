import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ratedWords } from '../../../evaluation/words/rated-words';

const scored = (text: string, startMs: number, endMs: number) => ({ text, startMs, endMs, score: 60 });

describe('Rated and scored words', () => {
  it('belong together by their order, with the letters of the rated one', () => {
    const words = ratedWords([{ text: "o'clock", human: 9 }, { text: '예', human: 3 }], [scored('clock', 100, 500), scored('yes', 500, 500)]);
    assert.deepEqual(words, [
      { human: 9, score: 60, letters: 6, durationMs: 400 },
      { human: 3, score: 60, letters: 1, durationMs: 0 },
    ]);
  });

  it('are none where nobody rated', () => {
    assert.deepEqual([ratedWords(null, [scored('a', 0, 1)]), ratedWords([], [scored('a', 0, 1)])], [[], []]);
  });

  it('are not known where their numbers differ', () => {
    assert.equal(ratedWords([{ text: '12', human: 9 }], [scored('twelve', 0, 1), scored('hours', 1, 2)]), null);
    assert.equal(ratedWords([{ text: 'one', human: 9 }], []), null);
  });
});
