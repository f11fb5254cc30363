import { mapInParallel } from '../base/serialise';
import { progressLine } from '../base/command-line/progress';
import type { Table } from '../base/table/table';
import type { Outcome } from './details';
import { withoutEarNote } from './hearing';
import { createMeasure, type MeasureWith } from './measure';
import { readPair } from './pair';

export interface MeasureOptions extends MeasureWith {
  /** Recordings prepared at the same time. */
  readonly jobs: number;
}

/**
 * Compares every row of a table of pairs. A pair that fails is named on stderr, and its outcome has the reason. The other pairs
 * are compared nevertheless.
 * @param path of the table: paths in the table are relative to it
 */
export async function measureTable(
  { rows }: Pick<Table, 'rows'>,
  path: string,
  { jobs, ...measureWith }: MeasureOptions,
): Promise<Outcome[]> {
  const measure = createMeasure(measureWith);
  const progress = progressLine('pairs', rows.length);
  let failed = 0;
  const outcomes = await mapInParallel(rows, jobs, async (row): Promise<Outcome> => {
    try {
      const pair = await readPair(row, path);
      return { row, pair, result: await measure(pair) };
    } catch (error) {
      failed += 1;
      const reason = error instanceof Error ? error.message : String(error);
      progress.note(`Line ${row.line} (${row.fields['learner'] ?? ''}): ${reason}`);
      return { row, error: reason };
    } finally {
      progress.step(failed);
    }
  });
  progress.end();
  const { engine } = measureWith.voice;
  if (engine !== null) process.stderr.write(`References spoken by ${engine}.\n`);
  process.stderr.write(withoutEarNote(outcomes.flatMap(({ result }) => result?.hearing ?? [])));
  if (failed > 0) process.stderr.write(`${failed} of ${rows.length} pairs failed.\n`);
  return outcomes;
}
