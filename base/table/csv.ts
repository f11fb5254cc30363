/** Spreadsheets take these at the beginning of a field for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as a CSV file (RFC 4180) that spreadsheets open as it is: with a byte-order mark, since they take it for another encoding
 * without one, and with an apostrophe before a text that they would take for a formula. null is an empty field.
 */
export function csvFile(header: readonly string[], rows: Iterable<readonly (string | number | null)[]>): string {
  const lines = [header, ...rows].map((fields) => fields.map(fieldOf).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function fieldOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
