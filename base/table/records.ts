/** A record of a table. It has more than one line if a quoted field holds line ends. `line` counts from 1. */
export interface TableRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

export type Delimiter = '\t' | ',' | ';';

/** A quoted field of a spreadsheet, with "" for a quote, up to the next delimiter or line end. In a table with tabs it can't hold
 *  a tab: otherwise a text that only begins with a quote would include the fields after it. */
const QUOTED: Readonly<Record<Delimiter, RegExp>> = {
  '\t': /[^\S\t\n]*"((?:[^"\t]|"")*)"[^\S\t\n]*(?=\t|\n|$)/y,
  ',': /[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*(?=,|\n|$)/y,
  ';': /[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*(?=;|\n|$)/y,
};
const PLAIN: Readonly<Record<Delimiter, RegExp>> = { '\t': /[^\t\n]*/y, ',': /[^,\n]*/y, ';': /[^;\n]*/y };

/** What Excel may name in a first line like "sep=;", and the text with that line left empty: lines keep their numbers. */
export function namedDelimiter(text: string): { readonly delimiter: Delimiter; readonly text: string } | undefined {
  const [line, delimiter] = /^sep=([\t,;])(?=\n)/i.exec(text) ?? [];
  return line === undefined ? undefined : { delimiter: delimiter as Delimiter, text: text.slice(line.length) };
}

/** Splits text with \n at its line ends. Removes spaces around a field, and replaces line ends within it by a space. */
export function splitRecords(text: string, delimiter: Delimiter): readonly TableRecord[] {
  const records: { line: number; fields: string[] }[] = [];
  let record = { line: 1, fields: [] as string[] };
  let line = 1;
  let at = 0;
  for (;;) {
    const { field, end } = fieldAt(text, at, delimiter);
    line += text.slice(at, end).split('\n').length - 1;
    record.fields.push(field);
    at = end + 1;
    if (text[end] === delimiter) continue;
    records.push(record);
    if (end >= text.length) return records;
    line += 1;
    record = { line, fields: [] };
  }
}

function fieldAt(text: string, start: number, delimiter: Delimiter): { readonly field: string; readonly end: number } {
  const quoted = match(QUOTED[delimiter], text, start);
  const field = quoted?.[1]?.replaceAll('""', '"').replace(/\s*\n\s*/g, ' ');
  const [raw = ''] = quoted ?? match(PLAIN[delimiter], text, start) ?? [];
  return { field: (field ?? raw).trim(), end: start + raw.length };
}

function match(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}

/** Writes a field of a table with tabs, so that `splitRecords` returns the same text. */
export function writtenField(value: string): string {
  return /^"|[\t\n]/.test(value) ? `"${value.replaceAll('"', '""').replace(/[\t\n]+/g, ' ')}"` : value;
}
