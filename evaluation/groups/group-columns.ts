import { requireColumns, type Row, type Table } from '../table/table';

type Fields = Row['fields'];

/** Made from `age` where the table has no such column. */
const AGE_GROUP = 'age_group';
/** Years; the youngest adult of the rated recordings is older, the oldest child younger. */
const ADULT_FROM = 16;
const DEFAULTS = ['speaker', AGE_GROUP, 'gender', 'sex'];

/** The columns to group by: those that are usual and there, then `wanted`. @throws UsageError for one that is not there */
export function groupColumns(table: Table, path: string, wanted: readonly string[]): readonly string[] {
  const there = new Set([...table.columns, ...(table.columns.includes('age') ? [AGE_GROUP] : [])]);
  requireColumns({ ...table, columns: [...there] }, path, wanted);
  return [...new Set([...DEFAULTS.filter((column) => there.has(column)), ...wanted])];
}

/** The group of a row; '' where the table does not say. */
export function groupValue(fields: Fields, column: string): string {
  const given = fields[column];
  if (given !== undefined || column !== AGE_GROUP) return given?.trim() ?? '';
  const age = (fields['age'] ?? '').trim();
  if (age === '' || !Number.isFinite(Number(age))) return '';
  return Number(age) < ADULT_FROM ? 'children' : 'adults';
}

/** Children come before adults; other values by number or alphabet; the empty value comes last. */
export function inGroupOrder(values: Iterable<string>): string[] {
  return [...values].sort((a, b) => {
    if (a === '' || b === '') return a === '' ? 1 : -1;
    return Number(isChild(b)) - Number(isChild(a)) || a.localeCompare(b, 'en', { numeric: true });
  });
}

function isChild(value: string): boolean {
  return /^child/i.test(value);
}
