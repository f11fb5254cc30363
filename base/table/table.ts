import { readTextFile } from '../command-line/text-file';
import { UsageError } from '../command-line/usage-error';
import { namedDelimiter, splitRecords, type Delimiter, type TableRecord } from './records';

/** A row of a table, by column name. A missing field is ''. `line` counts from 1, which is the header. */
export interface Row {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** The columns that the commands know. Capitals do not matter, and "reference words" is accepted too. */
const KNOWN = [
  'learner', 'reference', 'text', 'input', 'language', 'human', 'same', 'words', 'reference_words',
  'accuracy', 'fluency', 'prosodic', 'speaker', 'age', 'age_group', 'gender', 'sex',
  'line', 'verdict', 'score', 'uncalibrated', 'siamese', 'distance', 'mismatch', 'alignmentCost', 'heard_total', 'ms', 'model', 'error',
];
const KNOWN_BY_KEY = new Map(KNOWN.map((name) => [keyOf(name), name]));

/**
 * Reads a table with a header line, saved by a spreadsheet or an editor. Fields are separated by tabs, or by commas or semicolons.
 * Fields may have quotes as in spreadsheets. Ignores spaces around a field, empty lines, and empty columns at the end. Missing
 * fields at the end of a line are ''.
 * @param text with \n at its line ends
 * @throws UsageError for an empty table, a column named twice, or a line with more fields than columns
 */
export function parseTable(text: string, name: string): Table {
  const { delimiter, records } = splitTable(text);
  const [header, ...lines] = records.filter(({ fields }) => fields.some((field) => field !== ''));
  if (header === undefined) throw new UsageError(`${name} has no header line.`);
  const columns = withoutEmptyEnd(header.fields).map((column) => KNOWN_BY_KEY.get(keyOf(column)) ?? column);
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) throw new UsageError(`${name} names the column "${twice}" twice.`);

  const rows = lines.map(({ line, fields }): Row => {
    const values = withoutEmptyEnd(fields);
    if (values.length > columns.length) {
      const quote = delimiter === '\t' ? '' : ` Put a field that holds "${delimiter}" into double quotes.`;
      throw new UsageError(
        `Line ${line} of ${name} has ${values.length} fields, but the header names ${columns.length}.${quote}`,
      );
    }
    return { line, fields: Object.fromEntries(columns.map((column, k) => [column, values[k] ?? ''])) };
  });
  return { columns, rows };
}

/** Finds the delimiter and splits the text. It is the one that the first line names, else the delimiter that
 *  gives the header most known columns. */
function splitTable(text: string): { readonly delimiter: Delimiter; readonly records: readonly TableRecord[] } {
  const named = namedDelimiter(text);
  if (named !== undefined) return { delimiter: named.delimiter, records: splitRecords(named.text, named.delimiter) };
  const header = /^\s*(.*)/.exec(text)?.[1] ?? '';
  const knownBy = (delimiter: Delimiter): number =>
    splitRecords(header, delimiter)[0]?.fields.filter((field) => KNOWN_BY_KEY.has(keyOf(field))).length ?? 0;
  const delimiters: readonly Delimiter[] = ['\t', ',', ';'];
  const delimiter = delimiters.reduce((best, other) => (knownBy(other) > knownBy(best) ? other : best));
  return { delimiter, records: splitRecords(text, delimiter) };
}

function keyOf(column: string): string {
  return column.normalize('NFKC').toLowerCase().replace(/[\s_-]+/g, '_');
}

function withoutEmptyEnd(fields: readonly string[]): readonly string[] {
  return fields.slice(0, fields.findLastIndex((field) => field !== '') + 1);
}

/** Reads a table from a file. @throws UsageError as `parseTable`, and if the file can't be read */
export async function readTable(path: string): Promise<Table> {
  return parseTable(await readTextFile(path), path);
}

/** @throws UsageError that names all columns of `needed` which the table lacks */
export function requireColumns(table: Table, name: string, needed: readonly string[]): void {
  const missing = needed.filter((column) => !table.columns.includes(column));
  if (missing.length === 0) return;
  const hint = table.columns.length === 1 ? ' Separate the columns by tabs, commas or semicolons.' : '';
  throw new UsageError(
    `${name} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}; it has ${table.columns.join(', ')}.${hint}`,
  );
}
