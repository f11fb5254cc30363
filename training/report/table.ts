import { isMet, type Row } from './row';

const HEADER = ['', 'target', 'measured', '95 %', '', ''];

/** Formats the rows as a table: plain text in columns, or Markdown for the documentation. */
export function reportTable(rows: readonly Row[], markdown: boolean): string {
  const cells = rows.map(cellsOf);
  if (markdown) {
    const line = (fields: readonly string[]): string => `| ${fields.join(' | ')} |\n`;
    return [line(HEADER), line(HEADER.map(() => '---')), ...cells.map(line)].join('');
  }
  const all = [HEADER, ...cells];
  const widths = HEADER.map((_, column) => Math.max(...all.map((fields) => (fields[column] ?? '').length)));
  return all.map((fields) => `${fields.map((field, i) => field.padEnd(widths[i] ?? 0)).join('  ').trimEnd()}\n`).join('');
}

/** The rows as text in columns, for a page. */
export function tableOf(rows: readonly Row[]): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  return { header: HEADER, rows: rows.map(cellsOf) };
}

function cellsOf(row: Row): string[] {
  const { title, target, measured, interval, digits = 3, note = '' } = row;
  const met = isMet(row);
  return [
    title,
    target === null ? '' : 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`,
    measured === null ? '-' : measured.toFixed(digits),
    interval ? interval.map((bound) => bound.toFixed(digits)).join(' to ') : '',
    met === null ? '' : met ? 'met' : 'MISSED',
    note,
  ];
}
