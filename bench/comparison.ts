import { createScorer } from '../engine/child-jobs/score';
import { createInference, type BackendName } from '../engine/inference';
import type { MelSpectrogram } from '../pipeline/types';
import { cpuMs } from './cpu';

/** CPU time of one comparison, ms. */
export interface ComparisonTimes {
  /** The reference was compared with before: its embeddings are kept. */
  readonly kept: number;
  /** Both recordings go through the encoder. */
  readonly fresh: number;
}

/** Null where this machine lacks the runtime. @param modelFolders further folders of models */
export async function comparisonTimes(
  backend: BackendName,
  model: string,
  learner: MelSpectrogram,
  reference: MelSpectrogram,
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
  return { kept: await cpuMs(() => compare(reference)), fresh: await cpuMs(() => compare(neverSeen())) };
}
