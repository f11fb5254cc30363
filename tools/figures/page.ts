import type { FigureRecord, RecordedFigure } from '../lib/record.mjs' with { 'resolution-mode': 'import' };
import { MODEL_FIGURES } from './model';
import { MEASURED, readRecord } from './records';

const INTRODUCTION = `# Figures

Commands wrote this page; nobody edits it. A command that measures takes \`--record\` and writes one file in
\`docs/figures/\`. Then \`npm run generate\` writes this page, and a test compares the two.
A figure holds for the machine and the commit that its section names. Measure on a machine that does nothing else.
`;

const MODEL = `## The default model

Written into \`models/default.json\` by \`npm run report -- --write\`. [training/README.md](../training/README.md) says how each
figure is counted, [model.md](model.md) what the score can and cannot tell.
`;

/** docs/figures.md as the records in docs/figures and the default model's manifest make it. */
export function figuresPage(): string {
  const measured = MEASURED.map(([name, title, command]) => ({ title, command, record: readRecord(name) }));
  const sections = measured.flatMap(({ title, record }) => (record === undefined ? [] : [section(title, record)]));
  const missing = measured.filter(({ record }) => record === undefined).map(({ title, command }) => `| ${title} | \`${command}\` |`);
  return [
    INTRODUCTION,
    ...sections,
    `${MODEL}\n${table(MODEL_FIGURES)}`,
    ...(missing.length === 0 ? [] : [`## Not measured yet\n\n| what | command |\n|---|---|\n${missing.join('\n')}\n`]),
  ].join('\n');
}

function section(title: string, { command, date, commit, machine, figures }: FigureRecord): string {
  const source = `\`${command}\`, ${date}${commit === null ? '' : `, commit ${commit}`}: ${machine}`;
  return `## ${title}\n\n${source}\n\n${table(figures)}`;
}

function table(figures: readonly RecordedFigure[]): string {
  return `| figure | measured | target |\n|---|---|---|\n${figures.map(row).join('\n')}\n`;
}

function row({ name, value, unit, target = '' }: RecordedFigure): string {
  const measured = value === null ? 'not here' : unit === undefined ? String(value) : `${value} ${unit}`;
  return `| ${[name, measured, target].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
