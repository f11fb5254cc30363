/** A number as a spreadsheet writes it, with a point or, as many languages do, a comma; null where it is none. */
export function readNumber(value: string): number | null {
  const text = value.normalize('NFKC').trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  const number = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}
