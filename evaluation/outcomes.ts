import { mapInParallel } from '../base/serialise';
import { progressLine } from '../base/command-line/progress';
import type { ReferenceVoice } from '../engine/offline/reference-voice';
import type { Scoring } from '../engine/offline/scoring';
import type { Table } from './table/table';
import type { Outcome } from './details';
import { createMeasure } from './measure';
import { readPair } from './pair';

export interface MeasureOptions {
  readonly scoring: Scoring;
  readonly voice: ReferenceVoice;
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
  { scoring, voice, jobs }: MeasureOptions,
): Promise<Outcome[]> {
  const measure = createMeasure(scoring, voice);
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
  if (voice.engine !== null) process.stderr.write(`References spoken by ${voice.engine}.\n`);
  if (failed > 0) process.stderr.write(`${failed} of ${rows.length} pairs failed.\n`);
  return outcomes;
}
