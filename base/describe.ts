import { phrase, type Phrase } from './errors';

/** Longest part of a value that is shown, characters. */
const MAX_SHOWN = 200;

/** A value in words: "a string", "nothing", "another object". No method of the value is called: it may have none. */
export function describe(value: unknown): Phrase {
  if (value === undefined || value === null) return phrase('nothing');
  if (Array.isArray(value)) return phrase('anArray');
  if (typeof value === 'object') return phrase('anotherObject');
  return phrase('typed', { type: typeof value });
}

/** A plain value as it is, cut to 200 characters; any other in words. */
export function shown(value: unknown): string | Phrase {
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
  return isPlain ? String(value).slice(0, MAX_SHOWN) : describe(value);
}
