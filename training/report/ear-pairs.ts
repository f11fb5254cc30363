import { basename } from 'node:path';
import { readTable } from '../../base/table/table';
import { measuredPair } from '../../evaluation/measured-pair';
import { measureTable } from '../../evaluation/outcomes';
import { reportedPair } from '../../evaluation/report-page/recording';
import type { Context } from './context';
import { withPairs } from './evaluation';
import { readExperts } from './experts';
import type { WitnessedPair } from './witnessed-pair';

/** Compares the pairs of the report set. @param without speakers to leave out @param withEar whether the ear listens too */
export async function measurePairs(
  context: Context,
  { without, withEar }: { readonly without: ReadonlySet<string>; readonly withEar: boolean },
): Promise<WitnessedPair[]> {
  const experts = readExperts(context.speech);
  const { scoring, voice } = context;
  return withPairs('report', context, async (table) => {
    const rows = (await readTable(table)).rows.filter(({ fields }) => !without.has(fields.speaker ?? ''));
    const outcomes = await measureTable({ rows }, table, { scoring, voice, jobs: 2, withEar });
    return outcomes.flatMap(({ row: { fields }, pair, result }): WitnessedPair[] => {
      if (pair === undefined || result === undefined) return [];
      const measured = reportedPair(pair, measuredPair(pair, result, 'speaker', scoring.manifest.verdict), result);
      return [{ ...measured, age: Number(fields.age), gender: fields.gender ?? '', experts: experts.get(basename(fields.learner ?? '')) }];
    });
  });
}
