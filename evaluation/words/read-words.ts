import type { Word } from '../../pipeline/types';
import { UsageError } from '../../base/command-line/usage-error';

/** A word of a recording with its rating. */
export interface WordRating {
  readonly text: string;
  readonly human: number;
  /** The ratings of its phones, on any scale. */
  readonly phoneAccuracy?: readonly number[];
}

/** Reads the column `words`: `[{"text": ..., "human": ...}]`, with `phoneAccuracy` if phones were rated; null if it is empty.
 *  @throws UsageError */
export function readWordRatings(value: string | undefined): readonly WordRating[] | null {
  const words = readList(value, 'words', ['human']) as readonly WordRating[] | null; // all checked there
  if (words?.every(({ phoneAccuracy = [] }) => isNumbers(phoneAccuracy)) === false) {
    throw new UsageError('has a phoneAccuracy for words that is not a list of numbers');
  }
  return words;
}

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every(Number.isFinite);
}

/** Reads the column `reference_words`: `[{"text": ..., "startMs": ..., "endMs": ...}]` in the reference's time; null if it is
 *  empty. @throws UsageError */
export function readReferenceWords(value: string | undefined): readonly Word[] | null {
  return readList(value, 'reference_words', ['startMs', 'endMs']) as readonly Word[] | null; // all checked there
}

/** Reads a JSON list of objects with a text and finite `numbers`. */
function readList(value: string | undefined, column: string, numbers: readonly string[]): readonly object[] | null {
  if (value === undefined || value.trim() === '') return null;
  const form = `[{"text", ${numbers.map((name) => `"${name}"`).join(', ')}}]`;
  const fault = new UsageError(`has a value for ${column} that is not JSON of the form ${form}`);
  let list: unknown;
  try {
    list = JSON.parse(value);
  } catch {
    throw fault;
  }
  if (!Array.isArray(list)) throw fault;
  return list.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) throw fault;
    const fields = entry as Readonly<Record<string, unknown>>;
    if (typeof fields['text'] !== 'string' || !numbers.every((name) => Number.isFinite(fields[name]))) throw fault;
    return entry;
  });
}
