import { parseArgs } from 'node:util';

/** What is measured: jobs in this process, jobs in one and two engines, a flow in a real Node-RED. */
export const PARTS = ['stages', 'engines', 'flow'] as const;
export type Part = (typeof PARTS)[number];

/** What the user asked for. */
export interface BenchArguments {
  readonly short: boolean;
  readonly json: boolean;
  /** Also writes docs/figures/bench.json. */
  readonly record: boolean;
  /** Ends with exit code 1 where a target, or with `budget` the board's budget, is missed. */
  readonly check: boolean;
  readonly help: boolean;
  readonly budget: string | null;
  readonly parts: readonly Part[];
}

export const USAGE = `npm run bench -- [OPTIONS]

  --short          shorter utterances and fewer repeats: under a minute instead of about four
  --json           the same figures as JSON
  --record         also writes the figures to docs/figures
  --only PARTS     of ${PARTS.join(', ')}, separated by commas: the others are left out
  --budget BOARD   what a Raspberry Pi may take, and what it is likely to: pi3, pi4, pi5 or zero2w;
                   on that board the measured figures are checked against it
  --check          exit code 1 where a target is missed; on the board of --budget, where its budget is
  --help           this text
`;

/** @throws Error that names the argument that is wrong; `boards`: those that a budget is known for */
export function readArguments(args: readonly string[], boards: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      only: { type: 'string' },
      budget: { type: 'string' },
    },
  });
  const { short, json, record, check, help, only, budget } = values;
  if (budget !== undefined && !boards.includes(budget)) {
    throw new Error(`There is no budget for "${budget}": use one of ${boards.join(', ')}.`);
  }
  return { short, json, record, check, help, budget: budget ?? null, parts: only === undefined ? PARTS : only.split(',').map(partOf) };
}

function partOf(name: string): Part {
  const part = PARTS.find((known) => known === name.trim());
  if (part === undefined) throw new Error(`"${name}" is no part of the bench: use ${PARTS.join(', ')}.`);
  return part;
}
