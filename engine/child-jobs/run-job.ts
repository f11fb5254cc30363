import type { Inference } from '../inference';
import type { Job } from '../jobs';
import { runModels } from './models';
import { createScorer } from './score';

/** All jobs behind one door; what they keep lives as long as the returned function. */
export function createJobRunner(inference: Inference): (job: Job) => Promise<unknown> {
  const score = createScorer(inference);
  return async (job) => {
    switch (job.kind) {
      case 'score':
        return score(job);
      case 'models':
        return runModels(job);
      default:
        throw new Error(`there is no job ${String((job as { kind?: unknown }).kind)}`);
    }
  };
}
