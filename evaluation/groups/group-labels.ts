/** Names of columns and values in a report. Other names are taken from the table. */
const COLUMNS: Readonly<Record<string, string>> = {
  speaker: 'Speaker',
  age_group: 'Age group',
  gender: 'Sex',
  sex: 'Sex',
};

const SEXES: Readonly<Record<string, string>> = {
  f: 'women and girls',
  female: 'women and girls',
  m: 'men and boys',
  male: 'men and boys',
};

export function columnLabel(column: string): string {
  return Object.hasOwn(COLUMNS, column) ? (COLUMNS[column] ?? column) : column;
}

export function valueLabel(column: string, value: string): string {
  if (value === '') return '(not said)';
  const isSex = column === 'gender' || column === 'sex';
  const key = value.toLowerCase();
  return isSex && Object.hasOwn(SEXES, key) ? (SEXES[key] ?? value) : value;
}
