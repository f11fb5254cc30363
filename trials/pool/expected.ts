import { acquireEngine } from '../../engine/engine';
import { createScorer } from '../../nodes/pool/scorer';
import { scoringSet } from '../../nodes/pool/scoring-set';
import type { Utterance } from '../../nodes/pool/utterance';
import { lasting } from './variants';

/** What each utterance gets on this machine without a pool, and how long that takes, ms. */
export async function expectedOf(utterances: readonly Utterance[]): Promise<{ readonly answers: string[]; readonly set: string; readonly msEach: number }> {
  const engine = acquireEngine();
  try {
    const scorer = createScorer({ engine, model: 'default', modelFolders: [] });
    const { set, models } = await scoringSet('default', []);
    if (models['ear'] !== null) await engine.run({ kind: 'load-ear' });
    const answers: string[] = [];
    const begun = performance.now();
    for (const utterance of utterances) answers.push(lasting(JSON.parse(JSON.stringify(await scorer.score(utterance))) as Parameters<typeof lasting>[0]));
    const msEach = (performance.now() - begun) / utterances.length;
    return { answers, msEach, set };
  } finally {
    await engine.release();
  }
}
