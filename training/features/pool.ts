import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { MelFeatures } from '../../pipeline/types';
import type { Answer, Task } from './worker';

/** Recordings per thread at the same time: one is read (by ffmpeg) while the other is computed. */
const PER_WORKER = 2;
/** Most answers that may wait for an earlier, slower recording. */
const MOST_WAITING = 64;

/**
 * Extracts the features of all `tasks` on `jobs` threads and gives each answer to `take`. The answers come in the order of the
 * tasks, whichever finishes first, so that the output does not depend on `jobs`.
 */
export async function extractAll(
  tasks: readonly Omit<Task, 'index'>[],
  features: MelFeatures,
  jobs: number,
  take: (index: number, result: Answer['result']) => Promise<void>,
): Promise<void> {
  const workers = Array.from({ length: Math.min(jobs, tasks.length) }, () => startWorker(features));
  const waiting = new Map<number, Answer['result']>();
  let sent = 0;
  let taken = 0;
  let taking = Promise.resolve();

  try {
    await new Promise<void>((done, fail) => {
      const idle: Worker[] = [];
      const feed = (worker: Worker): void => {
        const task = tasks[sent];
        if (task === undefined) return;
        if (sent - taken >= MOST_WAITING) {
          idle.push(worker);
          return;
        }
        worker.postMessage({ index: sent, ...task } satisfies Task);
        sent += 1;
      };
      const takeReady = async (): Promise<void> => {
        for (let result = waiting.get(taken); result !== undefined; result = waiting.get(taken)) {
          waiting.delete(taken);
          await take(taken, result);
          taken += 1;
        }
        idle.splice(0).forEach(feed);
        if (taken === tasks.length) done();
      };
      for (const worker of workers) {
        worker.on('error', fail);
        worker.on('message', ({ index, result }: Answer) => {
          waiting.set(index, result);
          taking = taking.then(takeReady);
          taking.catch(fail);
          feed(worker);
        });
        for (let i = 0; i < PER_WORKER; i += 1) feed(worker);
      }
      if (tasks.length === 0) done();
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Works both from source (tsx) and compiled. */
function startWorker(features: MelFeatures): Worker {
  const fromSource = __filename.endsWith('.ts');
  return new Worker(join(__dirname, fromSource ? 'worker.ts' : 'worker.js'), {
    workerData: features,
    execArgv: fromSource ? ['--require', 'tsx/cjs'] : [],
  });
}
