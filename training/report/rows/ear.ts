import { basename, join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { measuredPair } from '../../../evaluation/measured-pair';
import { measureTable } from '../../../evaluation/outcomes';
import { readTable } from '../../../base/table/table';
import { readSet, readSpeakers } from '../../protocol/recordings';
import type { Context } from '../context';
import { earRows, withoutEarRow, type EarPair } from '../ear-rows';
import { withPairs } from '../evaluation';
import { readExperts } from '../experts';
import type { Measured } from '../row';

/** The speakers that the judge and the phone head learned from. */
const TRAINED = join(packageRoot(), 'training', 'ear', 'heads', 'trained-speakers.txt');

const ALL_TRAINED =
  'The judge has learned from all of these speakers, so their figures are the cross-validated ones in docs/figures.md; for those of ' +
  'others take the test part of the corpus: node tools/run.mjs training corpus --help';

/** Figures of both witnesses and of each alone, over the English learners of the report set whom the judge has not learned from. */
export async function measureEar(context: Context): Promise<Measured> {
  const trained = await readSpeakers(TRAINED);
  const recordings = await readSet(context.speech, 'report', undefined);
  if (recordings.every(({ speaker }) => trained.has(speaker))) {
    return { rows: [withoutEarRow(ALL_TRAINED)], figures: {} };
  }
  const experts = readExperts(context.speech);
  const { scoring, voice } = context;
  const pairs = await withPairs('report', context, async (table) => {
    const rows = (await readTable(table)).rows.filter(({ fields }) => !trained.has(fields.speaker ?? ''));
    const outcomes = await measureTable({ rows }, table, { scoring, voice, jobs: 2, withEar: true });
    return outcomes.flatMap(({ row: { fields }, pair, result }): EarPair[] => {
      if (pair === undefined || result === undefined) return [];
      const measured = measuredPair(pair, result, 'speaker', scoring.manifest.verdict);
      return [{ ...measured, age: Number(fields.age), gender: fields.gender ?? '', experts: experts.get(basename(fields.learner ?? '')) }];
    });
  });
  const heard = pairs.filter(({ ear }) => ear !== null);
  return { rows: heard.length === 0 ? [withoutEarRow('The ear listened to no recording.')] : earRows(heard), figures: {} };
}
