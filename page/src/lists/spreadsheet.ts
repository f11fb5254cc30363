import { openArchive, type Archive } from '../zip/read';
import { elements, plainText, withoutElements, type XmlElement } from './xml';

/** A row of a table, counted from 1 as the program that wrote it does. */
export interface SheetRow {
  readonly row: number;
  readonly fields: readonly string[];
}

/** Columns beyond these hold no list; empty cells are often repeated up to the last column of a sheet. */
const MOST_COLUMNS = 100;

/**
 * The first sheet with text of a spreadsheet file: XLSX (ECMA-376) or ODS (OpenDocument). Rows without text are left out.
 * @throws RangeError or Error where it is damaged or is no spreadsheet
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<readonly SheetRow[]> {
  const archive = openArchive(bytes);
  if (archive.names.includes('xl/workbook.xml')) return xlsxRows(archive);
  if (archive.names.includes('content.xml')) return odsRows(archive);
  throw new RangeError('This is no spreadsheet.');
}

const textOf = async (archive: Archive, name: string): Promise<string> => new TextDecoder().decode(await archive.read(name));
const withText = (rows: readonly SheetRow[]): SheetRow[] => rows.filter(({ fields }) => fields.some((field) => field !== ''));

async function xlsxRows(archive: Archive): Promise<readonly SheetRow[]> {
  const shared = archive.names.includes('xl/sharedStrings.xml') ? elements(await textOf(archive, 'xl/sharedStrings.xml'), 'si').map(richText) : [];
  const relations = elements(await textOf(archive, 'xl/_rels/workbook.xml.rels'), 'Relationship');
  for (const { attributes } of elements(await textOf(archive, 'xl/workbook.xml'), 'sheet')) {
    const target = relations.find((one) => one.attributes.Id === attributes.id)?.attributes.Target ?? '';
    const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    if (attributes.state !== undefined && attributes.state !== 'visible') continue;
    if (!archive.names.includes(name)) continue;
    const rows = withText(elements(await textOf(archive, name), 'row').map((row, i) => xlsxRow(row, i, shared)));
    if (rows.length > 0) return rows;
  }
  return [];
}

/** Text in pieces of several fonts. Readings above the characters are no part of it. */
function richText({ inner }: XmlElement): string {
  return elements(withoutElements(inner, 'rPh'), 't').map((piece) => plainText(piece.inner)).join('').replace(/_x000D_/g, '');
}

function xlsxRow({ attributes, inner }: XmlElement, index: number, shared: readonly string[]): SheetRow {
  const fields: string[] = [];
  for (const cell of elements(inner, 'c')) {
    const column = cell.attributes.r === undefined ? fields.length : columnOf(cell.attributes.r);
    if (column >= MOST_COLUMNS) continue;
    while (fields.length < column) fields.push('');
    fields[column] = xlsxCell(cell, shared).trim();
  }
  return { row: Number(attributes.r ?? index + 1), fields };
}

function xlsxCell(cell: XmlElement, shared: readonly string[]): string {
  const [value] = elements(cell.inner, 'v');
  const plain = value === undefined ? '' : plainText(value.inner);
  if (cell.attributes.t === 's') return shared[Number(plain)] ?? '';
  return cell.attributes.t === 'inlineStr' ? richText(cell) : plain;
}

/** 0 of A1, 27 of AB7. */
function columnOf(reference: string): number {
  return [...reference.replace(/\d+$/, '')].reduce((column, letter) => 26 * column + letter.charCodeAt(0) - 64, 0) - 1;
}

async function odsRows(archive: Archive): Promise<readonly SheetRow[]> {
  const content = withoutElements(await textOf(archive, 'content.xml'), 'annotation');
  for (const { inner } of elements(content, 'table')) {
    let next = 1;
    const rows = elements(inner, 'table-row').map((row) => {
      const own = { row: next, fields: odsFields(row.inner) };
      next += Number(row.attributes['number-rows-repeated'] ?? 1);
      return own;
    });
    const filled = withText(rows);
    if (filled.length > 0) return filled;
  }
  return [];
}

function odsFields(row: string): string[] {
  const fields: string[] = [];
  for (const { attributes, inner } of elements(row, 'table-cell', 'covered-table-cell')) {
    const text = elements(inner, 'p').map((paragraph) => plainText(paragraph.inner.replace(/<text:(?:s|tab|line-break)\b[^>]*>/g, ' '))).join(' ');
    const times = Math.min(Number(attributes['number-columns-repeated'] ?? 1), MOST_COLUMNS - fields.length);
    for (let i = 0; i < times; i++) fields.push(text.trim());
  }
  return fields;
}
