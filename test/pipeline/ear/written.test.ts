import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { HeardWord, WordError } from '../../../pipeline/ear/heard';
import { byWrittenWords } from '../../../pipeline/ear/written';

const word = (text: string, startMs: number, endMs: number, error: WordError = 'none', score = 80): HeardWord =>
  ({ text, startMs, endMs, error, score, confidence: 0.5 });
const WRITTEN = [{ text: '3시', spoken: 2 }, { text: '만나요', spoken: 1 }];

describe('byWrittenWords', () => {
  const heard = {
    completeness: 1,
    words: [word('세', 0, 200), word('시', 200, 400, 'none', 60), word('만나요', 400, 900)],
    insertions: [{ text: '꼭', startMs: 400, endMs: 410, before: 2 }, { text: '네', startMs: 900, endMs: 950, before: 3 }],
    phones: [{ word: 2, symbol: 'm', startMs: 400, endMs: 420, goodness: 50 }],
  };

  it('joins the spoken words of a written one', () => {
    const { words, completeness, insertions, phones } = byWrittenWords(heard, WRITTEN);
    assert.deepEqual(words, [word('3시', 0, 400, 'none', 70), word('만나요', 400, 900)]);
    assert.equal(completeness, 1);
    assert.deepEqual(insertions.map(({ before }) => before), [1, 2]);
    assert.deepEqual(phones?.map((phone) => phone.word), [1]);
  });

  it('calls a word left out if all of it was, and said otherwise if a part was', () => {
    const errorsOf = (...errors: WordError[]): WordError[] =>
      byWrittenWords({ ...heard, words: heard.words.map((one, i) => ({ ...one, error: errors[i] ?? 'none' })) }, WRITTEN).words.map(({ error }) => error);
    assert.deepEqual(errorsOf('omission', 'omission'), ['omission', 'none']);
    assert.deepEqual(errorsOf('omission', 'none'), ['mispronunciation', 'none']);
    assert.deepEqual(errorsOf('none', 'none', 'omission'), ['none', 'omission']);
  });

  it('counts the share of written words', () => {
    const [first, ...rest] = heard.words as [HeardWord, ...HeardWord[]];
    assert.equal(byWrittenWords({ ...heard, words: [{ ...first, error: 'mispronunciation' }, ...rest] }, WRITTEN).completeness, 0.5);
  });

  it('names what a written word sounded like, which counts as said', () => {
    const [first, second, third] = heard.words as [HeardWord, HeardWord, HeardWord];
    const near = { ...second, error: 'mispronunciation', heardAs: '씨' } as const;
    const { words, completeness } = byWrittenWords({ ...heard, words: [first, near, third] }, WRITTEN);
    assert.deepEqual(words.map(({ error, heardAs }) => [error, heardAs]), [['mispronunciation', '세 씨'], ['none', undefined]]);
    assert.equal(completeness, 1);
    const withAnother = byWrittenWords({ ...heard, words: [{ ...first, error: 'mispronunciation' }, near, third] }, WRITTEN);
    assert.deepEqual([withAnother.words[0]?.heardAs, withAnother.completeness], [undefined, 0.5]);
  });

  it('leaves other numbers of words as they are', () => {
    assert.equal(byWrittenWords(heard, [{ text: '3시', spoken: 1 }]), heard);
  });
});
