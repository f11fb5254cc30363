import { UsageError } from '../../base/command-line/usage-error';
import { evaluationOf } from '../../evaluation/figures';
import { groupsOf } from '../../evaluation/groups/groups';
import { DEFAULT_SCALE } from '../../evaluation/rating-scale';
import { writeReport } from '../../evaluation/report-page/write-report';
import type { Context } from './context';
import { measurePairs } from './ear-pairs';
import { LIMITS } from './ear-rows';
import { DRAWS, type Row } from './row';
import { tableOf } from './table';
import type { WitnessedPair } from './witnessed-pair';

const COLUMNS = ['age_group', 'gender'];

/**
 * Writes the page of `evaluate` about the English learners, with the rows of both witnesses.
 * @param measured pairs that the ear has listened to; without them those of the Siamese network alone are measured
 * @param rows of the report, about both witnesses
 * @returns its size in bytes
 */
export async function writePage(path: string, context: Context, measured: readonly WitnessedPair[] | undefined, rows: readonly Row[]): Promise<number> {
  const pairs = measured ?? (await measurePairs(context, { without: new Set(), withEar: false }));
  if (pairs.length === 0) throw new UsageError('No English learner could be measured, so there is no page.');
  const groups = groupsOf(pairs, { columns: COLUMNS, unitColumn: 'speaker', scale: DEFAULT_SCALE, ...DRAWS });
  const run = { model: context.scoring.manifest, calibration: null, date: new Date(), table: 'the report set', failures: [] };
  const figures = { evaluation: evaluationOf(pairs, LIMITS), groups, limits: LIMITS, scale: DEFAULT_SCALE, draws: DRAWS };
  return writeReport(path, { ...run, ...figures, pairs, ...(rows.length > 0 && { witnessTable: tableOf(rows) }) }, context.voice);
}
