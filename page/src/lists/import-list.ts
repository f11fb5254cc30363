import { decodeText, type TextFault } from '../../../base/decode-text';
import { readSentenceList } from '../../../language/sentence-list/read';
import { asListText, isListText } from './list-text';
import { itemOfRow, type ImportedItem, type RowProblem } from './rows';
import { columnsByContent, columnsOfHeader, type Columns } from './columns';
import { readSpreadsheet, type SheetRow } from './spreadsheet';
import { tableRows } from './text-table';

/** What is wrong with a row, or, without `row`, with the file. */
export type ImportProblem =
  | RowProblem
  | { readonly kind: TextFault | 'damaged' | 'empty' | 'columns' }
  | { readonly kind: 'heading' | 'start'; readonly row: number; readonly text: string };

export interface ImportedList {
  readonly items: readonly ImportedItem[];
  readonly problems: readonly ImportProblem[];
}

/**
 * Reads sentences from a person's file: a text with a sentence a line, a list of the practice page, a table with commas, semicolons
 * or tabs, an XLSX or an ODS file. What can't be read is told row by row, and never throws.
 * @param name of the file
 * @param language BCP 47 tag of sentences whose language the file does not tell
 */
export async function importList(bytes: Uint8Array, name: string, language: string): Promise<ImportedList> {
  if (isArchive(bytes)) {
    try {
      return fromRows(await readSpreadsheet(bytes), language);
    } catch {
      return { items: [], problems: [{ kind: 'damaged' }] };
    }
  }
  const decoded = decodeText(bytes);
  if ('fault' in decoded) return { items: [], problems: [{ kind: decoded.fault }] };
  if (isListText(decoded.text)) return fromListText(decoded.text);
  const rows = tableRows(decoded.text, /\.(?:csv|tsv|tab)$/i.test(name), (fields) => columnsOfHeader(fields, language) !== undefined);
  return rows === undefined ? fromListText(asListText(decoded.text, language), 1) : fromRows(rows, language);
}

/** The beginning of every ZIP, which XLSX and ODS are. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** @param headings lines that were put above the file's own */
function fromListText(text: string, headings = 0): ImportedList {
  const { lines, problems } = readSentenceList(text);
  return {
    items: lines.map(({ line, ...item }) => ({ ...item, row: line - headings })),
    problems: problems.map(({ kind, line = 0, text: shown = '' }) => (kind === 'empty' ? { kind } : { kind, row: line - headings, text: shown })),
  };
}

function fromRows(rows: readonly SheetRow[], language: string): ImportedList {
  const [first, ...others] = rows;
  if (first === undefined) return { items: [], problems: [{ kind: 'empty' }] };
  const named = columnsOfHeader(first.fields, language);
  const columns: Columns | undefined = named ?? columnsByContent(rows.map(({ fields }) => fields), language);
  if (columns === undefined) return { items: [], problems: [{ kind: 'columns' }] };
  const items: ImportedItem[] = [];
  const problems: ImportProblem[] = [];
  const known = new Set<string>();
  let lesson = '';
  for (const row of named === undefined ? rows : others) {
    // In a table for people the lesson stands once, above or beside its first sentence.
    const own = columns.lesson === undefined ? '' : (row.fields[columns.lesson] ?? '');
    if (own !== '') lesson = own;
    const { item, problem } = itemOfRow(row, columns, language, lesson);
    if (problem !== undefined) problems.push(problem);
    if (item === undefined) continue;
    const key = `${item.language} ${item.text}`;
    if (known.has(key)) problems.push({ kind: 'twice', row: row.row, text: item.text });
    else items.push(item);
    known.add(key);
  }
  if (items.length === 0 && problems.length === 0) problems.push({ kind: 'empty' });
  return { items, problems };
}
