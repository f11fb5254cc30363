/** A run of Hangul syllables within a word of the text. */
export interface Run {
  /** Place of the first syllable in the text, in UTF-16 units. */
  readonly at: number;
  readonly text: string;
}

/**
 * The phrases of a text: runs of Hangul with nothing but blanks between them. Every other character parts two phrases.
 * @param text in composed form (NFC)
 */
export function phrasesOf(text: string): readonly (readonly Run[])[] {
  const phrases: Run[][] = [];
  let end = -1;
  for (const { 0: run, index } of text.matchAll(/[가-힣]+/gu)) {
    const isSamePhrase = end >= 0 && text.slice(end, index).trim() === '';
    if (isSamePhrase) phrases.at(-1)?.push({ at: index, text: run });
    else phrases.push([{ at: index, text: run }]);
    end = index + run.length;
  }
  return phrases;
}

