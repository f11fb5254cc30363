/** Reads a number from a spreadsheet, with a decimal point or, as in many languages, a comma. Null if it is not a number. */
export function readNumber(value: string): number | null {
  const text = value.normalize('NFKC').trim().replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  const number = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}
