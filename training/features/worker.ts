import { parentPort, workerData } from 'node:worker_threads';
import type { MelFeatures } from '../../pipeline/types';
import { extractFeatures, type Extract, type Filter } from './extract';

/** A task from the pool. The answer has the same `index`. */
export interface Task {
  readonly index: number;
  readonly path: string;
  readonly filter: Filter;
}

export interface Answer {
  readonly index: number;
  readonly result: Extract | { readonly error: string };
}

const features = workerData as MelFeatures;

parentPort?.on('message', (task: Task) => {
  void extractFeatures(task.path, task.filter, features)
    .catch((error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }))
    .then((result) => {
      const answer: Answer = { index: task.index, result };
      parentPort?.postMessage(answer, 'rows' in result ? [result.rows.buffer as ArrayBuffer] : []);
    });
});
