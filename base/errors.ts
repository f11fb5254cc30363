import sentences from '../locales/en-US/errors.json';
import phrases from '../locales/en-US/phrases.json';

/** A stable name of a failure, the key of its sentence in `locales/<language>/errors.json`. */
export type ErrorCode = keyof typeof sentences;

/** A part of a sentence, the key of its words in `locales/<language>/phrases.json`. */
export type PhraseKey = keyof typeof phrases;

/** Words inside a sentence that are translated with it, such as why a file can't be read. */
export interface Phrase {
  readonly phrase: PhraseKey;
  readonly details: ErrorDetails;
}

/** What fills a place in a sentence. A string is shown as it is: a name, a value, another program's words. */
export type ErrorDetail = string | number | Phrase | readonly Phrase[];

export type ErrorDetails = Readonly<{ [name: string]: ErrorDetail }>;

/** The words of a phrase in some language, with its places still open. */
export type WordsOf = (key: PhraseKey) => string;

/** Longest value in a sentence, characters. */
const MAX_VALUE = 120;

export function phrase(key: PhraseKey, details: ErrorDetails = {}): Phrase {
  return { phrase: key, details };
}

/** Puts `details` into the `{name}` places of a sentence; long values are cut to 120 characters. */
export function fillSentence(sentence: string, details: ErrorDetails, wordsOf: WordsOf = (key) => phrases[key]): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = details[name];
    if (value === undefined) return place;
    const text = inWords(value, wordsOf);
    return text.length > MAX_VALUE ? `${text.slice(0, MAX_VALUE - 1)}…` : text;
  });
}

function inWords(value: ErrorDetail, wordsOf: WordsOf): string {
  if (typeof value !== 'object') return String(value);
  if ('phrase' in value) return fillSentence(wordsOf(value.phrase), value.details, wordsOf);
  return value.map((one) => inWords(one, wordsOf)).join(', ');
}

/** A failure that a user can act on: `message` is a whole sentence with the way out. */
export class PronError extends Error {
  override readonly name = 'PronError';

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(fillSentence(sentences[code].sentence, details));
  }
}
