import { createTaskQueue, type TaskQueue } from '../base/serialise';

/** @throws PronError PRON_BUSY where `waiting` tasks wait already: each would be a process of its own */
export function createQueue(parallel: number, waiting: number): TaskQueue {
  return createTaskQueue({ parallel, maxWaiting: waiting });
}
