import { requireColumns, type Row, type Table } from '../../base/table/table';

type Fields = Row['fields'];

/** This column is made from `age` if the table does not have it. */
const AGE_GROUP = 'age_group';
/** Years. In the rated recordings, all adults are older and all children are younger. */
const ADULT_FROM = 16;
const DEFAULTS = ['speaker', AGE_GROUP, 'gender', 'sex'];

/** The columns to group by: the usual ones that exist, then `wanted`. @throws UsageError if one of `wanted` does not exist */
export function groupColumns(table: Table, path: string, wanted: readonly string[]): readonly string[] {
  const there = new Set([...table.columns, ...(table.columns.includes('age') ? [AGE_GROUP] : [])]);
  requireColumns({ ...table, columns: [...there] }, path, wanted);
  return [...new Set([...DEFAULTS.filter((column) => there.has(column)), ...wanted])];
}

/** The group of a row; '' if the table does not say. */
export function groupValue(fields: Fields, column: string): string {
  const given = fields[column];
  if (given !== undefined || column !== AGE_GROUP) return given?.trim() ?? '';
  const age = (fields['age'] ?? '').trim();
  if (age === '' || !Number.isFinite(Number(age))) return '';
  return Number(age) < ADULT_FROM ? 'children' : 'adults';
}

/** Sorts group names: children before adults, other values by number or alphabet, and the empty value last. */
export function inGroupOrder(values: Iterable<string>): string[] {
  return [...values].sort((a, b) => {
    if (a === '' || b === '') return a === '' ? 1 : -1;
    return Number(isChild(b)) - Number(isChild(a)) || a.localeCompare(b, 'en', { numeric: true });
  });
}

function isChild(value: string): boolean {
  return /^child/i.test(value);
}
