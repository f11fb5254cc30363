import type { HeardPhone, HeardSyllable } from '../heard';

/**
 * The syllables of a word, each with the mean of its phones' goodness.
 * @param texts one for each syllable; @param phones of the word, each with its syllable's place; none where nobody knows them
 */
export function heardSyllables(texts: readonly string[], phones: readonly HeardPhone[]): HeardSyllable[] {
  if (phones.length === 0) return [];
  return texts.map((text, syllable) => {
    const own = phones.filter((phone) => phone.syllable === syllable);
    const score = own.reduce((sum, { goodness }) => sum + goodness, 0) / own.length;
    return { text, startMs: own[0]?.startMs ?? 0, endMs: own.at(-1)?.endMs ?? 0, score };
  });
}
