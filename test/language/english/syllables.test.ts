import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { letterSyllables } from '../../../language/english/letters';
import { syllablePlaces } from '../../../language/english/syllables';

const parted = (word: string, phones: string): string | undefined => letterSyllables(word, phones.split(' '))?.join('-');

describe('English syllables', () => {
  it('take as many consonants as can begin a word', () => {
    assert.deepEqual(syllablePlaces('EH K S T R AH'.split(' ')), [0, 0, 1, 1, 1, 1]);
    assert.deepEqual(syllablePlaces('S IH NG ER'.split(' ')), [0, 0, 0, 1]);
    assert.deepEqual(syllablePlaces('AH T L AE S'.split(' ')), [0, 0, 1, 1, 1]);
  });

  it('are one where there is one vowel, or none', () => {
    assert.deepEqual(syllablePlaces(['S', 'T', 'R', 'IY', 'T']), [0, 0, 0, 0, 0]);
    assert.deepEqual(syllablePlaces(['M']), [0]);
    assert.deepEqual(syllablePlaces([]), []);
  });

  it('have their letters, silent ones too', () => {
    const words: readonly (readonly [string, string])[] = [
      ['thir-teen', 'TH ER T IY N'],
      ['ba-na-na', 'B AH N AE N AH'],
      ['ques-tion', 'K W EH S CH AH N'],
      ['light-house', 'L AY T HH AW S'],
      ['sta-tion', 'S T EY SH AH N'],
      ['peo-ple', 'P IY P AH L'],
      ["could-n't", 'K UH D AH N T'],
    ];
    for (const [letters, phones] of words) assert.equal(parted(letters.replaceAll('-', ''), phones), letters);
  });

  it('part a letter that is written twice, and no letters that begin no word', () => {
    assert.equal(parted('happy', 'HH AE P IY'), 'hap-py');
    assert.equal(parted('Summer', 'S AH M ER'), 'Sum-mer');
    assert.equal(parted('chicken', 'CH IH K AH N'), 'chick-en');
    assert.equal(parted('walking', 'W AO K IH NG'), 'walk-ing');
  });

  it('are none where the letters spell something else', () => {
    assert.equal(parted('13', 'TH ER T IY N'), undefined);
    assert.equal(parted('xyz', 'B AH N AE N AH K AE T AH L AO G'), undefined);
  });

  it('spell the word together, whatever its sounds are', () => {
    const letter = fc.constantFrom('a', 'b', 'e', 'i', 'k', 'n', 'o', 's', 't', "'", '’', 'é');
    const phone = fc.constantFrom('AA', 'B', 'IY', 'K', 'S', 'T', 'ER', 'NG', 'L');
    fc.assert(fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 12 }), fc.array(phone, { maxLength: 8 }), (word, phones) => {
      const parts = letterSyllables(word, phones);
      if (parts === undefined) return;
      assert.equal(parts.join(''), word);
      assert.equal(parts.length, Math.max(1, (syllablePlaces(phones).at(-1) ?? 0) + 1));
    }));
  });
});
