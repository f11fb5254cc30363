import { isSyllable } from '../../language/korean/jamo';
import { phonesOf } from '../../language/korean/phones';
import { pronounce } from '../../language/korean/pronunciation';

/** How a word is pronounced. */
export interface SpokenWord {
  /** As people see them, where they are as many as are said; otherwise as they are said. */
  readonly syllables: readonly string[];
  readonly phones: readonly { readonly symbol: string; readonly syllable: number }[];
}

/** The words of a text. */
export interface SaidWords {
  readonly words: readonly string[];
  /** In one line, as many words; where it is missing they are pronounced as the standard has it. */
  readonly pronounced?: string | undefined;
}

/** How the words of a language are pronounced, in their sentence; undefined where nobody knows. @param language its first subtag */
export function spokenWords(language: string): ((said: SaidWords) => readonly SpokenWord[]) | undefined {
  return language === 'ko' ? koreanWords : undefined;
}

const NOTHING: SpokenWord = { syllables: [], phones: [] };

/** A word that is not in Hangul alone has no phones: nobody knows how it is read. */
function koreanWords({ words, pronounced }: SaidWords): readonly SpokenWord[] {
  const given = pronounced?.split(' ');
  const spoken = given?.length === words.length ? given : pronounce(words.join(' ')).split(' ');
  return words.map((word, i) => {
    const said = spoken[i] ?? '';
    if (said === '' || ![...said].every(isSyllable)) return NOTHING;
    return { syllables: [...word].length === said.length ? [...word] : [...said], phones: phonesOf(said) };
  });
}
