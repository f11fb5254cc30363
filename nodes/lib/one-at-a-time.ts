import { PronError } from '../../base/errors';

/**
 * The same task, refused while it is under way: what a dialog tries out takes a device, or a processor, that flows
 * need as well.
 * @throws PronError PRON_TRIAL_RUNNING
 */
export function oneAtATime<Args extends unknown[], T>(task: (...args: Args) => Promise<T>): (...args: Args) => Promise<T> {
  let running = false;
  return async (...args) => {
    if (running) throw new PronError('PRON_TRIAL_RUNNING');
    running = true;
    try {
      return await task(...args);
    } finally {
      running = false;
    }
  };
}
