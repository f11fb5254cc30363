import { speedOf } from './budget';
import { atReference, followsSpeed, ratioOf, verdictOf, type Figure, type Section } from './figure';

const COLUMNS = ['CPU median', 'CPU 95 %', 'wall median', 'wall 95 %', 'value', 'x yardstick', 'target'] as const;

/** Formats all sections with the same column widths, so that they look like one table. */
export function figuresTable(sections: readonly Section[], yardstickMs: number): string {
  const rows = sections.map(({ figures }) => figures.map((figure) => cellsOf(figure, yardstickMs)));
  const all = [['', ...COLUMNS], ...rows.flat()];
  const widths = COLUMNS.map((_, i) => Math.max(...all.map((cells) => cells[i + 1]?.length ?? 0)));
  const nameWidth = Math.max(...all.map(([name = '']) => name.length));
  const line = ([name = '', ...cells]: readonly string[]): string =>
    `  ${name.padEnd(nameWidth)}  ${cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padStart(widths[i] ?? 0))).join('  ')}`.trimEnd();
  const blocks = sections.map(({ title, notes = [] }, i) =>
    [title, ...(rows[i] ?? []).map(line), ...notes.map((note) => `  ${note}`), ''].join('\n'),
  );
  return [line(['', ...COLUMNS]), ...blocks].join('\n');
}

function cellsOf(figure: Figure, yardstickMs: number): string[] {
  const { name, unit, cpu, wall, value } = figure;
  const ratio = ratioOf(figure, yardstickMs);
  const shown = value === undefined ? '' : value === null ? 'not here' : `${unit === 'times' ? value.toFixed(2) : rounded(value)} ${unit}`;
  const times = value === undefined ? [cpu?.median, cpu?.p95, wall?.median, wall?.p95].map(ms) : ['', '', '', ''];
  return [name, ...times, shown, ratio === null ? '' : ratio.toFixed(3), goalOf(figure, speedOf(yardstickMs))];
}

function goalOf(figure: Figure, speed: number): string {
  const { target } = figure;
  if (target === undefined) return '';
  const there = followsSpeed(figure) ? atReference(figure, target.of, speed) : null;
  const scaled = there === null ? '' : ` (${rounded(there)} on the reference machine)`;
  return `${target.of === 'value' ? '' : `${NAMES[target.of]} `}at most ${target.atMost}: ${verdictOf(figure, speed) ?? ''}${scaled}`;
}

const NAMES = { cpu: 'CPU', wall: 'wall' } as const;

function ms(value: number | undefined): string {
  return value === undefined ? '-' : rounded(value);
}

function rounded(value: number): string {
  return value.toFixed(Math.abs(value) < 100 ? 1 : 0);
}
