import { namedDelimiter, splitRecords, type Delimiter, type TableRecord } from '../../../base/table/records';
import type { SheetRow } from './spreadsheet';

const DELIMITERS: readonly Delimiter[] = ['\t', ';', ','];
/** Share of the records that have the same number of fields, where a delimiter is one. */
const EVEN = 0.8;

/**
 * The rows of a text that is a table; undefined where it is none, but a sentence a line.
 * @param isNamed whether the file's name says that it is a table: commas and semicolons stand in sentences too
 * @param isHeader whether the first line's fields are names of columns
 */
export function tableRows(text: string, isNamed: boolean, isHeader: (fields: readonly string[]) => boolean): SheetRow[] | undefined {
  const named = namedDelimiter(text);
  if (named !== undefined) return rowsOf(splitRecords(named.text, named.delimiter));
  const split = DELIMITERS.map((delimiter) => ({ delimiter, records: filled(splitRecords(text, delimiter)) }));
  const headed = split.find(({ records: [first] }) => first !== undefined && first.fields.length > 1 && isHeader(first.fields));
  if (headed !== undefined) return rowsOf(headed.records);
  const [best] = split.filter(({ delimiter }) => isNamed || delimiter === '\t').sort((a, b) => evenness(b.records) - evenness(a.records));
  if (best !== undefined && evenness(best.records) >= EVEN) return rowsOf(best.records);
  // A table of one column: a text with a comma has quotes there.
  const [only] = split.filter(({ delimiter }) => delimiter === ',');
  return isNamed && only !== undefined && only.records.every(({ fields }) => fields.length === 1) ? rowsOf(only.records) : undefined;
}

function filled(records: readonly TableRecord[]): TableRecord[] {
  return records.filter(({ fields }) => fields.some((field) => field !== ''));
}

/** Share of the records with the most common number of fields, where that is more than one. */
function evenness(records: readonly TableRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [[width, count] = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  return width < 2 ? 0 : count / records.length;
}

function rowsOf(records: readonly TableRecord[]): SheetRow[] {
  return filled(records).map(({ line, fields }) => ({ row: line, fields }));
}
