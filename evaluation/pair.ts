import { findBeside } from './table/beside';
import { requireColumns, type Row, type Table } from '../base/table/table';
import { UsageError } from '../base/command-line/usage-error';
import type { Word } from '../pipeline/types';
import { ratingsOf, type KindRatings } from './kinds';
import { readNumber } from './table/number';
import { readReferenceWords, readWordRatings, type WordRating } from './words/read-words';

/** A sentence and its language, a BCP 47 tag. */
export interface SpokenText {
  readonly text: string;
  readonly language: string;
}

/** A row of a table of pairs, with absolute paths. */
export interface Pair {
  readonly line: number;
  readonly learner: string;
  readonly reference: { readonly path: string } | SpokenText;
  /** Paths of more recordings of the same sentence. */
  readonly otherReferences: readonly string[];
  /** What the ear expects; null where the table has no text, or no language for it. */
  readonly expected: SpokenText | null;
  readonly same: boolean | null;
  readonly human: number | null;
  readonly ratings: KindRatings;
  /** Null if nobody rated words. */
  readonly wordRatings: readonly WordRating[] | null;
  /** In the reference's time; null if the table does not say. */
  readonly referenceWords: readonly Word[] | null;
  readonly fields: Readonly<Record<string, string>>;
}

const OTHER_REFERENCES = ['reference_2', 'reference_3', 'reference_4', 'reference_5'];

/** @throws UsageError if the table lacks columns that every pair needs */
export function checkColumns(table: Table, path: string): void {
  requireColumns(table, path, ['learner', ...(table.columns.includes('reference') ? [] : ['text', 'language'])]);
}

/** Reads one row. @throws UsageError that says what is wrong with it */
export async function readPair({ line, fields }: Row, tablePath: string): Promise<Pair> {
  const { learner = '', text = '', language = '' } = fields;
  if (learner === '') throw new UsageError('names no learner');
  return {
    line,
    learner: await findBeside(tablePath, learner),
    reference: await readReference(fields, tablePath),
    otherReferences: await readOtherReferences(fields, tablePath),
    expected: text === '' || language === '' ? null : { text, language },
    same: readSame(fields['same']),
    human: readHuman(fields['human']),
    ratings: ratingsOf(fields),
    wordRatings: readWordRatings(fields['words']),
    referenceWords: readReferenceWords(fields['reference_words']),
    fields,
  };
}

async function readReference(fields: Row['fields'], tablePath: string): Promise<Pair['reference']> {
  const { reference = '', text = '', language = '' } = fields;
  if (reference !== '') return { path: await findBeside(tablePath, reference) };
  if (text === '') throw new UsageError('names neither a reference nor a text');
  // An editor that can't write Korean writes a question mark for each letter.
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UsageError(`has the text "${text}", in which nothing can be said; save the table as UTF-8`);
  if (language === '') throw new UsageError('names no language for its text');
  return { text, language };
}

/** The columns `reference_2` to `reference_5`. */
async function readOtherReferences(fields: Row['fields'], tablePath: string): Promise<string[]> {
  const named = OTHER_REFERENCES.map((column) => fields[column] ?? '').filter((path) => path !== '');
  return Promise.all(named.map((path) => findBeside(tablePath, path)));
}

function readSame(value: string | undefined): boolean | null {
  if (value === undefined) return null;
  if (value === '1' || value === '0') return value === '1';
  throw new UsageError(`has "${value}" for same; it must be 1 (the same sentence) or 0 (another)`);
}

/** The rating; null for an unrated pair, which counts only in figures that need no rating. */
function readHuman(value: string | undefined): number | null {
  if (value === undefined || value === '') return null;
  const number = readNumber(value);
  if (number !== null) return number;
  throw new UsageError(`has "${value}" for human; it must be a number or empty`);
}
