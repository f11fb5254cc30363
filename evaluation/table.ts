import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../base/command-line/usage-error';

/** A row of a table, by column name; a field the line lacks is ''. `line` counts from 1, the header's. */
export interface Row {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Reads tab-separated text with a header line. No quoting: a field runs from tab to tab. A byte-order
 * mark, CRLF and empty lines are tolerated, fields left out at a line's end (as spreadsheets do) are ''.
 * @throws UsageError for an empty table, a column named twice, or a line with more fields than columns
 */
export function parseTable(text: string, name: string): Table {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = lines[0] ?? '';
  if (header.trim() === '') throw new UsageError(`${name} has no header line.`);
  const columns = header.split('\t').map((column) => column.trim());
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) throw new UsageError(`${name} names the column "${twice}" twice.`);

  const rows: Row[] = [];
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line === '') continue;
    const values = line.split('\t');
    if (values.length > columns.length) {
      throw new UsageError(
        `Line ${i + 1} of ${name} has ${values.length} fields, but the header names ${columns.length}.`,
      );
    }
    rows.push({ line: i + 1, fields: Object.fromEntries(columns.map((column, k) => [column, values[k] ?? ''])) });
  }
  return { columns, rows };
}

/** Reads a table from a file. @throws UsageError also where the file can't be read */
export async function readTable(path: string): Promise<Table> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`The table ${path} can't be read: ${(error as Error).message}.`);
  }
  return parseTable(text, path);
}

/** @throws UsageError that names all columns of `needed` which the table lacks */
export function requireColumns(table: Table, name: string, needed: readonly string[]): void {
  const missing = needed.filter((column) => !table.columns.includes(column));
  if (missing.length === 0) return;
  throw new UsageError(
    `${name} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}; it has ${table.columns.join(', ')}.`,
  );
}

/** A path in a table is relative to the table. */
export function besideTable(tablePath: string, path: string): string {
  return resolve(dirname(tablePath), path);
}
