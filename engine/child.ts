import { setFlagsFromString } from 'node:v8';
import { BACKEND_VARIABLE, chosenBackend } from './backend-choice';
import { HEAP_GROWING_OPTION } from './child-memory';
import { createJobRunner } from './child-jobs/run-job';
import { createInference } from './inference';
import { serialiseError, type Order, type Report } from './protocol';
import { createWarmUp } from './warm-up';

/** The engine's process: runs one job after the other and exits when its parent exits. */
function main(): void {
  setFlagsFromString(HEAP_GROWING_OPTION);
  const runJob = createJobRunner(createInference(chosenBackend(process.env[BACKEND_VARIABLE], process.argv)));
  const warmUp = createWarmUp(runJob);
  process.on('message', (order: Order) => {
    warmUp.pause();
    void report(order, runJob).then(() => warmUp.resume());
  });
  // The parent has ended, so there is nothing to do or to save.
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C in a terminal signals the whole process group. It is ignored here: the parent decides when the engine ends.
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
  // Ignores the error if the parent has just ended: `disconnect` follows.
  process.send?.(message, undefined, undefined, () => undefined);
}

main();
