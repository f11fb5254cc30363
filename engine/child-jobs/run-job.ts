import type { Inference } from '../inference';
import type { Job } from '../jobs';
import { runCalibration } from './calibration';
import { runGain } from './gain';
import { createHearer } from './hear';
import { runInspect } from './inspect';
import { runMel } from './mel';
import { runMicCheck } from './mic-check';
import { runModels } from './models';
import { runNoise } from './noise';
import { createScorer } from './score';
import { runTime } from './time';
import { runVad } from './vad';

/** Returns a function that runs any job. Loaded models and encoded references are cached as long as that function exists. */
export function createJobRunner(inference: Inference): (job: Job) => Promise<unknown> {
  const { score, prepare } = createScorer(inference);
  const { hear, loadEar, checkVoice } = createHearer(inference);
  return async (job) => {
    switch (job.kind) {
      case 'inspect':
        return runInspect(job);
      case 'mic-check':
        return runMicCheck(job);
      case 'noise':
        return runNoise(job);
      case 'vad':
        return runVad(job);
      case 'gain':
        return runGain(job);
      case 'time':
        return runTime(job);
      case 'mel':
        return runMel(job);
      case 'score':
        return score(job);
      case 'load-ear':
        return loadEar();
      case 'hear':
        return hear(job);
      case 'check-voice':
        return checkVoice(job);
      case 'prepare':
        return prepare(job);
      case 'calibration':
        return runCalibration(job);
      case 'models':
        return runModels(job);
      default:
        throw new Error(`there is no job ${String((job as { kind?: unknown }).kind)}`);
    }
  };
}
