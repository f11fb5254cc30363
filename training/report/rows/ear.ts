import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { readSet, readSpeakers } from '../../protocol/recordings';
import type { Context } from '../context';
import { measurePairs } from '../ear-pairs';
import { earRows, withoutEarRow } from '../ear-rows';
import type { Measured } from '../row';

/** The speakers that the judge and the phone head learned from. */
const TRAINED = join(packageRoot(), 'training', 'ear', 'heads', 'trained-speakers.txt');

const ALL_TRAINED =
  'The judge has learned from all of these speakers, so their figures are the cross-validated ones in docs/figures.md; for those of ' +
  'others take the test part of the corpus: npm run report -- --corpus DIR';

/** Figures of both witnesses and of each alone, over the English learners of the report set whom the judge has not learned from. */
export async function measureEar(context: Context): Promise<Measured> {
  const trained = await readSpeakers(TRAINED);
  const recordings = await readSet(context.speech, 'report', undefined);
  if (recordings.every(({ speaker }) => trained.has(speaker))) {
    return { rows: [withoutEarRow(ALL_TRAINED)], figures: {} };
  }
  const pairs = await measurePairs(context, { without: trained, withEar: true });
  const heard = pairs.filter(({ ear }) => ear !== null);
  return { rows: heard.length === 0 ? [withoutEarRow('The ear listened to no recording.')] : earRows(heard), figures: {}, pairs };
}
