import { basename } from 'node:path';
import { readTable } from '../../base/table/table';
import { measuredPair } from '../../evaluation/measured-pair';
import { measureTable } from '../../evaluation/outcomes';
import { reportedPair, type ReportedPair } from '../../evaluation/report-page/recording';
import type { Context } from './context';
import { withPairs } from './evaluation';
import { readExperts, type ExpertFigures } from './experts';

/** A pair of the report set, with what each witness says of it. */
export interface WitnessedPair extends ReportedPair {
  readonly age: number;
  readonly gender: string;
  /** The ratings of each expert. */
  readonly experts: ExpertFigures | undefined;
}

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
