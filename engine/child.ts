import { BACKEND_VARIABLE, chosenBackend } from './backend-choice';
import { createJobRunner } from './child-jobs/run-job';
import { createInference } from './inference';
import { serialiseError, type Order, type Report } from './protocol';
import { createWarmUp } from './warm-up';

/** The engine's process: does one job after the other and ends with its parent. */
function main(): void {
  const runJob = createJobRunner(createInference(chosenBackend(process.env[BACKEND_VARIABLE], process.argv)));
  const warmUp = createWarmUp(runJob);
  process.on('message', (order: Order) => {
    warmUp.pause();
    void report(order, runJob).then(() => warmUp.resume());
  });
  // The parent has ended, in whatever way: there is nothing left to do or to save.
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C in a terminal reaches the whole group; the parent decides when the engine ends.
  process.on('SIGINT', () => undefined);
  send({ type: 'ready' });
}

async function report({ id, job }: Order, runJob: (job: Order['job']) => Promise<unknown>): Promise<void> {
  send({ type: 'accepted', id });
  try {
    send({ type: 'done', id, result: await runJob(job) });
  } catch (error) {
    send({ type: 'failed', id, error: serialiseError(error) });
  }
}

function send(message: Report): void {
  // A parent that has just ended is no error: `disconnect` follows.
  process.send?.(message, undefined, undefined, () => undefined);
}

main();
