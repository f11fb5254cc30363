import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withSyllables } from '../../../engine/ear/syllables';
import type { HeardPhone } from '../../../pipeline/ear/heard';

const phone = (word: number, symbol: string, startMs: number, goodness: number): HeardPhone => ({ word, symbol, startMs, endMs: startMs + 100, goodness });
const WORDS = ['The', 'banjo', 'glorfindel'];
const PHONES = [
  phone(0, 'DH', 0, 80), phone(0, 'AH', 100, 60),
  phone(1, 'B', 200, 90), phone(1, 'AE', 300, 30), phone(1, 'N', 400, 60), phone(1, 'JH', 500, 100), phone(1, 'OW', 600, 50),
];

describe('The syllables of English words', () => {
  it('have the mean of their sounds, from the first to the last one', () => {
    const { phones, syllables } = withSyllables(WORDS, PHONES, 'en-GB');
    assert.deepEqual(syllables, [
      [{ text: 'The', startMs: 0, endMs: 200, score: 70 }],
      [{ text: 'ban', startMs: 200, endMs: 500, score: 60 }, { text: 'jo', startMs: 500, endMs: 700, score: 75 }],
      [],
    ]);
    assert.deepEqual(phones.map(({ syllable }) => syllable), [0, 0, 0, 0, 0, 1, 1]);
  });

  it('are none where the letters do not fit the sounds', () => {
    const { phones, syllables } = withSyllables(['The', '2'], PHONES, 'en-US');
    assert.deepEqual(syllables[1], []);
    assert.deepEqual(phones.map(({ syllable }) => syllable), [0, 0, undefined, undefined, undefined, undefined, undefined]);
  });

  it('are none in another language', () => {
    assert.deepEqual(withSyllables(WORDS, PHONES, 'de-DE'), { phones: PHONES, syllables: [] });
  });
});
