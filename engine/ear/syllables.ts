import { letterSyllables } from '../../language/english/letters';
import { syllablePlaces } from '../../language/english/syllables';
import type { HeardPhone, HeardSyllable } from '../../pipeline/ear/heard';
import { heardSyllables } from '../../pipeline/ear/phones/syllables';
import { primaryLanguage } from '../../pipeline/language-tag';

/** The phones of a text with the place of their syllable, and the syllables of each word. */
export interface Syllabled {
  readonly phones: readonly HeardPhone[];
  /** Of each word; none where its letters can't be parted as its sounds are. */
  readonly syllables: readonly (readonly HeardSyllable[])[];
}

/**
 * Parts English words into syllables; words of other languages have none here.
 * @param words as people see them
 * @param phones of the words, in their order
 * @param language BCP 47 tag
 */
export function withSyllables(words: readonly string[], phones: readonly HeardPhone[], language: string): Syllabled {
  if (primaryLanguage(language) !== 'en') return { phones, syllables: [] };
  const parted = words.map((word, place) => partedWord(word, phones.filter((phone) => phone.word === place)));
  return { phones: parted.flatMap((word) => word.phones), syllables: parted.map(({ syllables }) => syllables) };
}

function partedWord(word: string, phones: readonly HeardPhone[]): { phones: readonly HeardPhone[]; syllables: HeardSyllable[] } {
  const symbols = phones.map(({ symbol }) => symbol);
  const texts = letterSyllables(word, symbols);
  if (texts === undefined) return { phones, syllables: [] };
  const places = syllablePlaces(symbols);
  const placed = phones.map((phone, i) => ({ ...phone, syllable: places[i] as number }));
  return { phones: placed, syllables: heardSyllables(texts, placed) };
}
