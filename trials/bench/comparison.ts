import type { BackendName } from '../../engine/inference';
import type { MelSpectrogram } from '../../pipeline/types';
import { built } from './built';
import { measure, type Repeats, type Timing } from './measure';

export interface ComparisonTimes {
  /** The reference was compared with before: its embeddings are kept. */
  readonly kept: Timing;
  /** Both recordings go through the encoder. */
  readonly fresh: Timing;
}

const { createScorer } = built('engine/child-jobs/score') as typeof import('../../engine/child-jobs/score');
const { createInference } = built('engine/inference') as typeof import('../../engine/inference');

/** One comparison in this process. Null where this machine lacks the runtime. @param modelFolders further ones */
export async function comparisonTimes(
  backend: BackendName,
  model: string,
  learner: MelSpectrogram,
  reference: MelSpectrogram,
  repeats: Repeats,
  modelFolders: readonly string[] = [],
): Promise<ComparisonTimes | null> {
  const { score } = createScorer(createInference({ only: backend }));
  const compare = (other: MelSpectrogram): Promise<unknown> =>
    score({ kind: 'score', model, modelFolders, learner, reference: other, facts: {} });
  try {
    await compare(reference);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'PRON_NO_INFERENCE') return null;
    throw error;
  }
  let turn = 0;
  const neverSeen = (): MelSpectrogram => {
    const data = reference.data.slice();
    turn += 1;
    data[0] = turn / 1024;
    return { ...reference, data };
  };
  return { kept: await measure(() => compare(reference), repeats), fresh: await measure(() => compare(neverSeen()), repeats) };
}
