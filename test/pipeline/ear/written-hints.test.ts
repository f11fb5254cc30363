import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { HeardWord } from '../../../pipeline/ear/heard';
import { byWrittenWords } from '../../../pipeline/ear/written';

const word = (text: string): HeardWord => {
  const syllables = [...text].map((syllable) => ({ text: syllable, startMs: 0, endMs: 1, score: 50 }));
  return { text, startMs: 0, endMs: 1, error: 'none', confidence: 1, syllables };
};

describe('what was heard, by written words', () => {
  it('has its hints at the written word and its syllables', () => {
    const hint = { word: 2, syllable: 1, expected: '십', said: '씹', contrast: 'lax-s' as const, confidence: 0.9 };
    const heard = { completeness: 1, words: ['세', '시', '삼십'].map(word), insertions: [], hints: [hint, { ...hint, word: 1, syllable: 0 }] };
    const { hints = [] } = byWrittenWords(heard, [{ text: '3시', spoken: 2 }, { text: '30', spoken: 1 }]);
    assert.deepEqual(hints.map(({ word: at, syllable }) => [at, syllable]), [[1, 1], [0, 1]]);
  });
});
