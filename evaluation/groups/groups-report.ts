import { columnLabel, valueLabel } from './group-labels';
import type { GroupComparison } from './comparison';
import type { GroupFigures } from './group-figures';
import type { Groups, GroupTable } from './groups';

/** Most rows in the terminal. The JSON has all. */
const MOST_ROWS = 30;
const HEAD = ['n', 'rating', 'score', 'Pearson', 'MSE', 'bias'];

/** The tables by group and the differences between groups, for a terminal; '' if there are no groups. */
export function groupsReport({ by, drawn, fault }: Groups): string {
  const parts = Object.entries(by).flatMap(([column, table]) => [
    groupLines(column, table),
    ...table.comparisons.map((comparison) => differenceLine(column, comparison, drawn)),
  ]);
  if (parts.length > 0 && fault !== null) parts.push(`\nNo MSE and no bias: ${fault}\n`);
  return parts.join('');
}

function groupLines(column: string, { rows }: GroupTable): string {
  const title = columnLabel(column);
  if (rows.length > MOST_ROWS) return `\n${title}: ${rows.length} groups, see --json or --report.\n`;
  const lines = [
    [title, ...HEAD],
    ...rows.map((row) => [valueLabel(column, row.value), ...cells(row)]),
  ];
  const widths = [title, ...HEAD].map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const print = (line: readonly string[]): string =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return `\n${lines.map((line) => `${print(line)}\n`).join('')}`;
}

function cells({ n, meanHuman, meanScore, pearson, mse, bias }: GroupFigures): string[] {
  return [String(n), fixed(meanHuman, 2), fixed(meanScore, 1), fixed(pearson, 3), fixed(mse, 2), signed(bias)];
}

function differenceLine(column: string, comparison: GroupComparison, drawn: string): string {
  const { group, against, difference, intervals } = comparison;
  const other = against === null ? 'all others' : valueLabel(column, against);
  const bounds = intervals.difference;
  const interval = bounds === null ? '' : ` (95 % by ${drawn}: ${signed(bounds[0])} to ${signed(bounds[1])})`;
  return `At equal rating ${valueLabel(column, group)} get ${signed(difference)} points against ${other}${interval}.\n`;
}

/** A number with its sign, because it is a difference. */
export function signed(value: number | null): string {
  if (value === null) return '-';
  const text = value.toFixed(1);
  return Number(text) > 0 ? `+${text}` : text.replace(/^-0\.0$/, '0.0');
}

function fixed(value: number | null, digits: number): string {
  return value === null ? '-' : value.toFixed(digits);
}
