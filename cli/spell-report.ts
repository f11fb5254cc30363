import { phonesOf } from '../language/korean/phones';
import { syllablesOf } from '../language/korean/pronunciation/syllables';
import type { Spoken, SpokenWord } from '../language/spoken';

interface SpelledWord extends SpokenWord {
  /** Korean: each written syllable and the spoken one. */
  readonly syllables?: readonly { readonly written: string; readonly spoken: string }[];
  /** Korean: the symbols of KoreanFA. */
  readonly phones?: readonly string[];
}

/** A spoken text with the syllables and phones of its words. */
export function spelledOf(spoken: Spoken): Omit<Spoken, 'words'> & { readonly words: readonly SpelledWord[] } {
  return { ...spoken, words: spoken.words.map(spelledWord) };
}

function spelledWord(word: SpokenWord): SpelledWord {
  if (word.pronounced === undefined) return word;
  return {
    ...word,
    syllables: syllablesOf(word.spoken, word.pronounced).map(({ written, spoken }) => ({ written, spoken })),
    phones: phonesOf(word.pronounced).map(({ symbol }) => symbol),
  };
}

/** The text, what is said for it, and a line for each word. */
export function spellReport(spoken: Spoken): string {
  const { words, text, pronounced } = spelledOf(spoken);
  const lines: [string, string][] = [
    ['Spoken', text],
    ...(pronounced === undefined ? [] : [['Sounds', pronounced] as [string, string]]),
    ...words.map((word, i): [string, string] => [i === 0 ? 'Words' : '', wordLine(word)]),
  ];
  return lines.map(([label, line]) => `${label.padEnd(10)}${line}\n`).join('');
}

function wordLine({ written, spoken, syllables, phones }: SpelledWord): string {
  const said = spoken === '' ? 'not said' : spoken === written ? '' : spoken;
  const sounds = syllables === undefined || syllables.length === 0 ? '' : `${syllables.map((syllable) => syllable.spoken).join('-')}  ${(phones ?? []).join(' ')}`;
  return [written, said, sounds].filter((part) => part !== '').join('  ');
}
