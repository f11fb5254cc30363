import type { WORD_ERRORS } from '../facts';
import type { Advice } from './contrasts/groups';
import type { Span, Word } from '../types';

/** What became of a word of the expected text. */
export type WordError = (typeof WORD_ERRORS)[number];

/** A word of the expected text. One that was left out lasts no time: it is where it should have been. */
export interface HeardWord extends Word {
  readonly error: WordError;
  /** 0 to 100, as experts would rate the word; where the ear has a judge. */
  readonly score?: number;
  /** 0 to 1: how likely the ear finds the word there; geometric mean over its tokens. */
  readonly confidence: number;
  /** Where the ear knows the language's syllables. */
  readonly syllables?: readonly HeardSyllable[];
  /** Another word of the language that the word sounded like: one sound was another one. It counts as said. */
  readonly heardAs?: string;
  /** It was said before or behind a word that it should not be: the order is another one. It counts as said. */
  readonly moved?: true;
}

/** Whether a word counts as said: also where one of its sounds was another one, or its place. */
export function countsAsSaid({ error, heardAs, moved }: Pick<HeardWord, 'error' | 'heardAs' | 'moved'>): boolean {
  return error === 'none' || heardAs !== undefined || moved === true;
}

/** A syllable of a word. */
export interface HeardSyllable extends Word {
  /** 0 to 100, the mean of its phones' goodness. */
  readonly score: number;
}

/** A word that is not in the expected text. */
export interface InsertedWord extends Word {
  /** Place of the expected word that was said next; behind the last one, the number of expected words. */
  readonly before: number;
}

/** How experts would rate a recording, 0 to 100 each. */
export interface Rating {
  readonly total: number;
  readonly accuracy: number;
  readonly fluency: number;
  readonly prosodic: number;
  /** Where the judge has not learned the language from experts. */
  readonly elsewhere?: true;
}

/** A sound of the expected text. */
export interface HeardPhone extends Span {
  /** Place in `words`. */
  readonly word: number;
  /** Place of its syllable in the word, where the ear knows the language's syllables. */
  readonly syllable?: number;
  /** ARPAbet without stress for English, for Korean the names of `language/korean/phones`. */
  readonly symbol: string;
  /** 0 to 100: in English as experts would rate it; in Korean how likely it is beside the likeliest phone. */
  readonly goodness: number;
  /** The likeliest phone there, and how sure the ear is of that, 0 to 1: hardly, where it has learned from few. */
  readonly heardAs?: string;
  readonly confidence?: number;
}

/** A sound that was said as another one of its contrast. */
export interface HeardHint {
  /** Place in `words`. */
  readonly word: number;
  /** Place of its syllable in the word, where the ear knows the word's syllables. */
  readonly syllable?: number;
  /** Korean: the syllable as it is pronounced, and as it was said. English: the word, and the word that it sounded like. */
  readonly expected: string;
  readonly said: string;
  /** What the learner is told: one of `ADVICE`. */
  readonly contrast: Advice;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What the ear heard: `msg.pronunciation.heard`. */
export interface Heard {
  /** What was said, as well as the ear can tell; '' where nobody spoke. */
  readonly text: string;
  /** Whether the ear understood the speaker well enough to show `text` to them. */
  readonly sure: boolean;
  /** BCP 47 tag. */
  readonly language: string;
  /** Share of the expected words that were said, neither left out nor exchanged; null where no text was expected. */
  readonly completeness: number | null;
  /** Of the expected text; where there is none, of what was said. */
  readonly words: readonly HeardWord[];
  readonly insertions: readonly InsertedWord[];
  /** Where the ear has a judge and a text was expected. */
  readonly rating?: Rating;
  /** Of the expected text, in its order; where the ear knows the language's phones. */
  readonly phones?: readonly HeardPhone[];
  /** The sounds that were said as others, where the ear is sure of that; where it knows the language's contrasts. */
  readonly hints?: readonly HeardHint[];
  /** The school's own recordings that the phones were learned from as well, where there are any. */
  readonly ownPhones?: { readonly created: string; readonly recordings: number };
  /** Of the ear. */
  readonly model: string;
  /** Tells this ear from another training of it: a SHA-256. */
  readonly judge?: string;
  /** Time that it took. */
  readonly ms: number;
}
