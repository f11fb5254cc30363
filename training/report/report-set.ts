import { join } from 'node:path';
import { UsageError } from '../../base/command-line/usage-error';
import { packageRoot } from '../../base/package-root';
import { readSet, readSpeakers } from '../protocol/recordings';
import type { Group } from './groups';

/** The speakers whom the figures in a manifest are about. */
const SPEAKERS = join('training', 'report-speakers.txt');

/**
 * Lets figures be written where no row counts English learners, or where these are the speakers of the report set.
 * @throws UsageError where they are others: a public copy of the corpus offers any speakers
 */
export async function refuseOtherSpeakers(groups: readonly (readonly [string, Group])[], speech: string): Promise<void> {
  if (!groups.some(([, { needs }]) => needs.includes('english-learners'))) return;
  const expected = await readSpeakers(join(packageRoot(), SPEAKERS));
  const found = new Set((await readSet(speech, 'report', undefined)).map(({ speaker }) => speaker));
  if (found.size === expected.size && [...found].every((speaker) => expected.has(speaker))) return;
  throw new UsageError(
    `--write is for figures of the report set, and the English learners in ${speech} are not the speakers of ${SPEAKERS}: ` +
    `leave --write out, or make the folder by "training corpus" with --part train --report-speakers ${SPEAKERS}.`,
  );
}
