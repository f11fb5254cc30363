import { PronError, type ErrorCode } from '../../../base/errors';
import { speakableText } from '../../../language/speakable';
import type { ListItem } from '../../../language/sentence-list/lines';
import { tagOf } from '../../../language/sentence-list/tag-of';
import type { Columns } from './columns';
import { withPronunciation } from './pronunciation';
import type { SheetRow } from './spreadsheet';

/** A sentence of a file. */
export interface ImportedItem extends ListItem {
  /** BCP 47 tag. */
  readonly language: string;
  /** Row or line of the file, from 1. */
  readonly row: number;
}

/**
 * What is wrong with a row:
 * - `sentence`: it has none, but other fields; `letters`: its sentence has no letter; `twice`: the file has it already;
 * - `language`: no language is called so;
 * - `unspeakable`: no voice can say it, as the error of that code says; it is left out;
 * - `pronunciation`: it does not fit the sentence, which is taken without it.
 */
export type RowProblem =
  | { readonly kind: 'sentence' | 'letters' | 'twice' | 'language' | 'pronunciation'; readonly row: number; readonly text: string }
  | { readonly kind: 'unspeakable'; readonly row: number; readonly text: string; readonly code: ErrorCode };

/** Reads a row. @param lesson that it belongs to, '' for none */
export function itemOfRow({ row, fields }: SheetRow, columns: Columns, language: string, lesson: string): { readonly item?: ImportedItem; readonly problem?: RowProblem } {
  const field = (place: number | undefined): string => (place === undefined ? '' : (fields[place] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim());
  const text = field(columns.sentence);
  const translation = field(columns.translation);
  if (text === '') return translation === '' && field(columns.pronunciation) === '' ? {} : { problem: { kind: 'sentence', row, text: translation } };
  if (!/[\p{L}\p{N}]/u.test(text)) return { problem: { kind: 'letters', row, text } };
  const named = field(columns.language);
  const own = named === '' ? language : tagOf(named);
  if (own === undefined) return { problem: { kind: 'language', row, text: named } };
  const item: ImportedItem = { text, language: own, row, ...(translation !== '' && { translation }), ...(lesson !== '' && { lesson }) };
  const code = unspeakable(text, own);
  if (code !== undefined) return { problem: { kind: 'unspeakable', row, text, code } };
  const reading = field(columns.pronunciation);
  const bracketed = reading === '' ? text : withPronunciation(text, reading, own);
  return bracketed === undefined ? { item, problem: { kind: 'pronunciation', row, text: reading } } : { item: { ...item, text: bracketed } };
}

/** Why no voice can say a text; undefined where one may. What a voice can't read for sure is known when it speaks. */
function unspeakable(text: string, language: string): ErrorCode | undefined {
  try {
    speakableText(text, language);
    return undefined;
  } catch (error) {
    if (error instanceof PronError) return error.code;
    throw error;
  }
}
