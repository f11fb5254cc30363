import type { BackendName } from '../../engine/inference';
import type { MelSpectrogram } from '../../pipeline/types';
import { built } from './built';
import { measureInTurn, type Repeats, type Timing } from './measure';

export interface ComparisonTimes {
  /** The reference was used before, so its embeddings are cached. */
  readonly kept: Timing;
  /** Both recordings go through the encoder. */
  readonly fresh: Timing;
}

const { createScorer } = built('engine/child-jobs/score') as typeof import('../../engine/child-jobs/score');
const { createInference } = built('engine/inference') as typeof import('../../engine/inference');

/** Two recordings, and how often they are compared. */
export interface ComparedPair {
  readonly learner: MelSpectrogram;
  readonly reference: MelSpectrogram;
  readonly repeats: Repeats;
}

/**
 * Times comparisons in this process. The pairs take turns; the result is in the order of `pairs`. Null if this machine lacks
 * the runtime. @param modelFolders further folders with models
 */
export async function comparisonTimes(
  backend: BackendName,
  model: string,
  pairs: readonly ComparedPair[],
  modelFolders: readonly string[] = [],
): Promise<ComparisonTimes[] | null> {
  const { score } = createScorer(createInference({ only: backend }));
  const compare = (learner: MelSpectrogram, reference: MelSpectrogram): Promise<unknown> =>
    score({ kind: 'score', model, modelFolders, learner, reference, facts: {} });
  try {
    for (const { learner, reference } of pairs) await compare(learner, reference);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'PRON_NO_INFERENCE') return null;
    throw error;
  }
  let turn = 0;
  const neverSeen = (reference: MelSpectrogram): MelSpectrogram => {
    const data = reference.data.slice();
    turn += 1;
    data[0] = turn / 1024;
    return { ...reference, data };
  };
  const kept = await measureInTurn(
    pairs.map(({ learner, reference, repeats }) => ({ run: () => compare(learner, reference), repeats })),
  );
  const fresh = await measureInTurn(
    pairs.map(({ learner, reference, repeats }) => ({ run: () => compare(learner, neverSeen(reference)), repeats })),
  );
  return kept.flatMap((times, i) => {
    const other = fresh[i];
    return other === undefined ? [] : [{ kept: times, fresh: other }];
  });
}
