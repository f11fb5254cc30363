import { phrasesOf } from './phrases';
import type { Variant } from './seam';
import { sayPhrase } from './say-phrase';

/**
 * A Korean text as the standard pronunciation (표준 발음법) says it, in Hangul without marks of length. Blanks and the number of
 * words stay: word i of the result belongs to word i of the text. Words between two signs are one phrase, in which sounds change
 * from word to word too (옷 한 벌 [오 탄 벌]). Whatever is no Hangul syllable stays as it is.
 * @param text in any form of Unicode; the result is composed (NFC)
 */
export function pronounce(text: string): string {
  return say(text, {});
}

function say(text: string, variant: Variant): string {
  const composed = text.normalize('NFC');
  let said = '';
  let end = 0;
  for (const phrase of phrasesOf(composed)) {
    const words = sayPhrase(phrase.map((run) => run.text), variant);
    phrase.forEach(({ at, text: run }, i) => {
      said += composed.slice(end, at) + (words[i] as string);
      end = at + run.length;
    });
  }
  return said + composed.slice(end);
}

/** The word as it is written, and how its writer wants it said (`깻잎 [깬닙]`). */
export interface WordToSay {
  readonly text: string;
  readonly reading?: string;
}

/**
 * The words of a text as they are said, one result a word. A reading stays as it was given, and parts two phrases: its writer
 * knows best.
 * @param words without blanks in them; signs may stand at them
 */
export function pronounceWords(words: readonly WordToSay[]): readonly string[] {
  const said: string[] = [];
  let waiting: string[] = [];
  const flush = (): void => {
    if (waiting.length > 0) said.push(...pronounce(waiting.join(' ')).split(' '));
    waiting = [];
  };
  for (const { text, reading } of words) {
    if (reading === undefined) waiting.push(text);
    else {
      flush();
      said.push(reading.normalize('NFC'));
    }
  }
  flush();
  return said;
}

const SWITCHES = ['plainYe', 'plainUi', 'particleE', 'glide', 'soundedSaisiot', 'secondReading'] as const satisfies readonly (keyof Variant)[];

/** Every pronunciation of a word or a phrase that the standard allows, the default first. */
export function pronunciations(text: string): readonly string[] {
  const all = Array.from({ length: 2 ** SWITCHES.length }, (_, bits): Variant =>
    Object.fromEntries(SWITCHES.map((name, place) => [name, (bits >> place) % 2 === 1])));
  return [...new Set(all.map((variant) => say(text, variant)))];
}
