import sentences from '../locales/en-US/errors.json';

/** A stable name of a failure, the key of its sentence in `locales/<language>/errors.json`. */
export type ErrorCode = keyof typeof sentences;

export type ErrorDetails = Readonly<Record<string, string | number>>;

/** Puts `details` into the `{name}` places of a sentence; long values are cut to 120 characters. */
export function fillSentence(sentence: string, details: ErrorDetails): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = details[name];
    if (value === undefined) return place;
    const text = String(value);
    return text.length > 120 ? `${text.slice(0, 119)}…` : text;
  });
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
