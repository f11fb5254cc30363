import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseTable } from '../../base/table/table';
import { packageRoot } from '../../base/package-root';
import type { Context } from './context';
import { keptPairs } from './kept-pairs';
import type { Figures } from './row';
import { smallSpeech } from './small-speech';

/** A pair of the protocol after it was compared. */
export interface EvaluatedPair {
  /** File name of the recording. */
  readonly learner: string;
  readonly speaker: string;
  readonly age: number;
  readonly same: boolean;
  /** The experts' means, 0 to 10; NaN if nobody rated. */
  readonly total: number;
  readonly accuracy: number;
  readonly fluency: number;
  readonly verdict: string;
  /** Score of the distance; 0 if nothing could be compared. */
  readonly score: number;
  /** Higher is more like the reference. */
  readonly likeness: number;
}

/** Runs the public commands pairs and evaluate on a set, by the Siamese network alone. */
export function evaluateSet(set: 'report' | 'korean', context: Context): { json: Figures; pairs: EvaluatedPair[] } {
  const { table, work } = pairsOf(set, context);
  const details = join(work, 'details.tsv');
  const folders = context.modelFolders.flatMap((folder) => ['--models', resolve(folder)]);
  const output = command(
    'cli',
    ...['evaluate', '--pairs', table, '--model', context.model, ...folders, '--no-ear', '--json'],
    ...['--bootstrap', 'speaker', '--details', details],
  );
  return { json: JSON.parse(output, rounded) as Figures, pairs: readDetails(readFileSync(details, 'utf8')) };
}

/** A set's table of pairs, and a new folder beside it. Both, and the recordings of the table, are there until the report is done. */
export function pairsOf(set: 'report' | 'korean', context: Context): { readonly table: string; readonly work: string } {
  const work = mkdtempSync(join(context.work, `${set}-`));
  const speech = context.few ? smallSpeech(context.speech, work) : context.speech;
  const write = (table: string): void => {
    command('training', 'pairs', '--speech', speech, '--set', set, '--out', table);
    dropLearners(table, context.calibratedOn);
  };
  if (!context.few) return { table: keptPairs(set, speech, context.calibratedOn, write), work };
  const table = join(work, 'pairs.tsv');
  write(table);
  return { table, work };
}

/** Removes recordings from a table: those that a model was calibrated on must not be used to judge it. */
function dropLearners(table: string, files: readonly string[]): void {
  const [header = '', ...lines] = readFileSync(table, 'utf8').trimEnd().split('\n');
  const column = header.split('\t').indexOf('learner');
  const judged = lines.filter((line) => !files.includes(basename(line.split('\t')[column] ?? '')));
  writeFileSync(table, [header, ...judged, ''].join('\n'));
}

/** Rounds to four digits, which are enough: the intervals are wider than that. */
export function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(4)) : value;
}

function readDetails(text: string): EvaluatedPair[] {
  return parseTable(text, 'the details').rows.map(({ fields }) => ({
    learner: basename(fields.learner ?? ''),
    speaker: fields.speaker ?? '',
    age: numberOf(fields.age),
    same: fields.same === '1',
    total: numberOf(fields.human),
    accuracy: numberOf(fields.accuracy),
    fluency: numberOf(fields.fluency),
    verdict: fields.verdict ?? '',
    score: Number(fields.score ?? 0),
    likeness: fields.mismatch ? -Number(fields.mismatch) : -Infinity,
  }));
}

const numberOf = (field: string | undefined): number => (field ? Number(field) : Number.NaN);

function command(program: 'cli' | 'training', ...args: string[]): string {
  const main = ['--require', require.resolve('tsx/cjs'), join(packageRoot(), program, 'main.ts')];
  const run = spawnSync(process.execPath, [...main, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (run.status !== 0) throw new Error(`${args[0] ?? ''}: ${run.stderr.trim()}`);
  return run.stdout;
}
