import { parseArgs } from 'node:util';

/** What is measured: jobs in this process, jobs in one and two engines, the ear in an engine, a flow in a real Node-RED. */
export const PARTS = ['stages', 'engines', 'ear', 'flow'] as const;
export type Part = (typeof PARTS)[number];

/** What the user asked for. */
export interface BenchArguments {
  readonly short: boolean;
  readonly json: boolean;
  /** Also writes docs/figures/bench.json. */
  readonly record: boolean;
  /** Exits with code 1 if a target is missed, or with `budget` if the board's budget is missed. */
  readonly check: boolean;
  readonly help: boolean;
  readonly budget: string | null;
  readonly parts: readonly Part[];
}

export const USAGE = `npm run bench -- [OPTIONS]

  --short          shorter utterances and fewer repeats: under a minute instead of about five
  --json           the same figures as JSON
  --record         also writes the figures to docs/figures
  --only PARTS     measures only these, separated by commas: ${PARTS.join(', ')}
  --budget BOARD   shows how long a Raspberry Pi may need, and an estimate of how long it will need: pi3, pi4,
                   pi5 or zero2w; on that board, compares the measured figures with its budget
  --check          exit code 1 if a target is missed; on the board of --budget, if its budget is missed
  --help           this text
`;

/** @param boards that have a budget @throws Error that names the wrong argument */
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
