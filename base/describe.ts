import { phrase, type Phrase } from './errors';

/** Characters of a value that are told. */
const MAX_SHOWN = 200;

/** A value in words: "a string", "nothing", "another object". Nothing of the value is asked, which may have no text. */
export function describe(value: unknown): Phrase {
  if (value === undefined || value === null) return phrase('nothing');
  if (Array.isArray(value)) return phrase('anArray');
  if (typeof value === 'object') return phrase('anotherObject');
  return phrase('typed', { type: typeof value });
}

/** The value itself where it is a plain one, cut to 200 characters, else in words. */
export function shown(value: unknown): string | Phrase {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
  return isPlain ? String(value).slice(0, MAX_SHOWN) : describe(value);
}
