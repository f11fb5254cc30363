import { LRUCache } from 'lru-cache';
import { PronError } from '../base/errors';
import { primaryLanguage } from '../pipeline/language-tag';
import { englishRules } from './english/normalisation';
import { koreanRules } from './korean/normalisation';
import { asBracketsSay, hasReading, written } from './korean/normalisation/brackets';
import { pronounce, pronounceWords } from './korean/pronunciation';
import { plainBlanks, plainCharacters, withoutCircles } from './normalisation/characters';
import { applyRules, GAP, type Rule } from './normalisation/line';
import { withoutHeadings } from './normalisation/list-headings';
import { withoutHtml, withoutMarkdown } from './normalisation/markup';
import { refuseAddresses } from './normalisation/unread';
import { checkTextLength, refuseScript, speakableText } from './speakable';

/** A word as it is written, between blanks, and what is said for it. */
export interface SpokenWord {
  readonly written: string;
  /** In standard spelling; several words have a blank between them; '' for what is not said, as a bullet. */
  readonly spoken: string;
  /** Korean: in Hangul, as the standard pronunciation has it. */
  readonly pronounced?: string;
}

/** A text as it is spoken. */
export interface Spoken {
  readonly words: readonly SpokenWord[];
  /** The words' `spoken` in one line. */
  readonly text: string;
  /** The words' `pronounced` in one line. */
  readonly pronounced?: string;
}

const RULES: Readonly<Record<string, readonly Rule[]>> = { ko: koreanRules, en: englishRules };
const LETTER = /[\p{L}\p{N}]/u;
/** A voice asks for the same text several times, and the ear for each learner. */
const kept = new LRUCache<string, Spoken>({ max: 50 });
/** From any writing to one plain line. */
const PLAIN: readonly Rule[] = [
  withoutHtml, plainCharacters, withoutMarkdown, refuseAddresses, withoutHeadings, withoutCircles, (line) => line.replaceAll('\n', ' '),
];

/**
 * What is said for a text, word by word: numbers, signs and letters in words, without marks. A language without rules of its own
 * is passed through as voices take it.
 * @param language BCP 47 tag
 * @throws PronError PRON_TTS_TEXT (empty), PRON_TTS_LONG, PRON_TTS_UNSPEAKABLE (nothing to say), PRON_TTS_LANGUAGE (another script),
 * PRON_TTS_UNREAD (a part that can't be read for sure)
 */
export function spokenText(text: string, language: string): Spoken {
  const key = `${language}\n${text}`;
  const spoken = kept.get(key) ?? spokenAnew(text, language);
  kept.set(key, spoken);
  return spoken;
}

function spokenAnew(text: string, language: string): Spoken {
  const name = primaryLanguage(language.replaceAll('_', '-')).toLowerCase();
  const rules = RULES[name];
  if (rules === undefined) return passedThrough(text, language);
  if (text.trim() === '') throw new PronError('PRON_TTS_TEXT');
  checkTextLength(text);
  const plain = plainBlanks(text);
  refuseScript(plain, language);
  const line = applyRules(plain, [...PLAIN, ...rules]);
  return spokenOf(plain.split(/[ \n]/u), line, text, name);
}

/**
 * The same where a text that can't be spoken is no error, since somebody has recorded it: its words are as they are written.
 * @throws nothing
 */
export function spokenOrWritten(text: string, language: string): Spoken {
  try {
    return spokenText(text, language);
  } catch (error) {
    if (!(error instanceof PronError)) throw error;
    return asWritten(text.normalize('NFC').replace(/\s+/gu, ' ').trim());
  }
}

function passedThrough(text: string, language: string): Spoken {
  return asWritten(speakableText(text, language));
}

function asWritten(line: string): Spoken {
  return { words: line.split(' ').map((word) => ({ written: word, spoken: LETTER.test(word) ? word : '' })), text: line };
}

function spokenOf(words: readonly string[], line: string, text: string, name: string): Spoken {
  const parts = partsOf(line);
  const spoken = parts.map((own) => own.map(written).join(' '));
  const joined = joinedLine(spoken);
  if (joined === '') throw new PronError('PRON_TTS_UNSPEAKABLE', { text });
  if (name !== 'ko') return { words: words.map((word, i) => ({ written: word, spoken: spoken[i] ?? '' })), text: joined };
  const pronounced = pronouncedWords(parts);
  return {
    words: words.map((word, i) => ({ written: word, spoken: spoken[i] ?? '', pronounced: pronounced[i] ?? '' })),
    text: joined,
    pronounced: joinedLine(pronounced),
  };
}

/** Of each written word the words that are said for it. A mark alone is none. */
function partsOf(line: string): string[][] {
  return line.split(' ').map((word) => word.split(GAP).filter((part) => LETTER.test(part)));
}

function joinedLine(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

/** The pronunciation of a word depends on its neighbours, so all words are pronounced at once. */
function pronouncedWords(parts: readonly (readonly string[])[]): string[] {
  const said = pronounceWords(
    parts.flat().map((part) => ({ text: written(part), ...(hasReading(part) && { reading: pronounce(asBracketsSay(part)) }) })),
  );
  let next = 0;
  return parts.map((own) => {
    next += own.length;
    return said.slice(next - own.length, next).join(' ');
  });
}
