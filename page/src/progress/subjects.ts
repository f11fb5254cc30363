/** What is practised: a sentence, a word, a syllable, or the sound of a contrast. */
export interface Subject {
  readonly kind: 'sentence' | 'word' | 'syllable' | 'contrast';
  /** BCP 47 tag. */
  readonly language: string;
  readonly text: string;
}

const SEPARATOR = '\t';

export function keyOf({ kind, language, text }: Subject): string {
  return [kind, language, text.replaceAll(SEPARATOR, ' ')].join(SEPARATOR);
}

export function subjectOf(key: string): Subject {
  const [kind = '', language = '', text = ''] = key.split(SEPARATOR);
  return { kind: kind as Subject['kind'], language, text };
}

/** A word of one sentence is the same word in another one: without marks, in small letters. */
export function plainWord(text: string): string {
  return text.normalize('NFC').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase();
}
