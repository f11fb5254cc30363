import { isSyllable } from '../jamo';

/** A spoken syllable and the written one that it belongs to. */
export interface SpokenSyllable {
  readonly written: string;
  readonly spoken: string;
  /** Place of the written syllable in its word, composed (NFC), in characters. */
  readonly at: number;
}

/**
 * The syllables of a word. A coda may have moved on (국물이 [궁무리]), but every written syllable is one spoken syllable; other
 * characters of the word have none. Of a writer's reading with more syllables the rest belongs to the last written one.
 * @param written the word as it stands in the text
 * @param pronounced the same word in what `pronounce` returned
 */
export function syllablesOf(written: string, pronounced: string): readonly SpokenSyllable[] {
  const places = [...written.normalize('NFC')].flatMap((character, at) => (isSyllable(character) ? [{ written: character, at }] : []));
  const spoken = [...pronounced.normalize('NFC')].filter(isSyllable);
  return spoken.flatMap((syllable, i) => {
    const place = places[Math.min(i, places.length - 1)];
    return place === undefined ? [] : [{ ...place, spoken: syllable }];
  });
}
