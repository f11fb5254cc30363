import { primaryLanguage } from '../language-tag';

/** A text as the ear's language model would write it, word by word. */
export interface SpelledText {
  /** The words as people see them, without the marks around them. */
  readonly words: readonly string[];
  /** The same as the language model writes them, with marks and, where the writing has blanks, the blank before. */
  readonly pieces: readonly string[];
  /** The mark that closes the sentence. */
  readonly end: string;
}

const LETTER = /[\p{L}\p{N}]/u;
const MARKS_BEFORE = /^[^\p{L}\p{N}]+/u;
const MARKS_AFTER = /[^\p{L}\p{N}\p{M}]+$/u;
const END = /[.?!…。？！]+["'”’)]*$/u;

/**
 * Spells a text as subtitles are written, since a rare spelling costs probability that the learner is not to blame for: a
 * capital at the beginning, a mark at the end, and no text in capitals only.
 * @param language BCP 47 tag
 */
export function spell(text: string, language: string): SpelledText {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const isInCapitals = plain === plain.toLocaleUpperCase(language) && plain !== plain.toLocaleLowerCase(language);
  const [mark] = END.exec(plain) ?? [];
  const body = mark === undefined ? plain : plain.slice(0, -mark.length);
  const cased = withI(isInCapitals ? body.toLocaleLowerCase(language) : body, language);
  const pieces = piecesOf(cased, language);
  const [first = '', ...rest] = pieces;
  return {
    words: pieces.map((piece) => piece.trim().replace(MARKS_BEFORE, '').replace(MARKS_AFTER, '')),
    pieces: first === '' ? [] : [capitalised(first, language), ...rest],
    end: mark?.[0] ?? (isWrittenWithBlanks(language) ? '.' : '。'),
  };
}

/** The same of words that were spelled before, each one piece, whatever stands in it. */
export function spellWords(words: readonly string[], end: string, language: string): SpelledText {
  const blank = isWrittenWithBlanks(language) ? ' ' : '';
  const [first, ...rest] = words.map((word) => blank + word);
  return { words, pieces: first === undefined ? [] : [capitalised(first, language), ...rest], end };
}

/** Blanks part words; where the writing has none, the dictionary of the JavaScript engine does. */
function piecesOf(text: string, language: string): string[] {
  if (isWrittenWithBlanks(language)) return joinMarks(text.split(' ').map((word) => ` ${word}`));
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return joinMarks([...segments].map(({ segment }) => segment));
}

/** What holds no letter belongs to the word before it, or at the beginning to the word after it. */
function joinMarks(pieces: readonly string[]): string[] {
  const out: string[] = [];
  let lead = '';
  for (const piece of pieces) {
    if (LETTER.test(piece)) {
      out.push(lead + piece);
      lead = '';
    } else if (out.length > 0) out.push((out.pop() ?? '') + piece);
    else lead += piece;
  }
  return out;
}

const WITHOUT_BLANKS: ReadonlySet<string> = new Set(['zh', 'ja', 'th', 'lo', 'my', 'km', 'yue', 'bo']);

/** @param language BCP 47 tag */
function isWrittenWithBlanks(language: string): boolean {
  return !WITHOUT_BLANKS.has(primaryLanguage(language));
}

/** English writes "I" in a capital. */
function withI(text: string, language: string): string {
  return language.startsWith('en') ? text.replace(/\bi(?=$|[^\p{L}\p{N}])/gu, 'I') : text;
}

function capitalised(piece: string, language: string): string {
  return piece.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(language));
}
