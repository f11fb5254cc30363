import { PronError } from '../base/errors';

/**
 * Runs at most `parallel` tasks at a time, the others in order of arrival.
 * @throws PronError PRON_BUSY if `waiting` tasks already wait: each would be a process of its own
 */
export function createQueue(parallel: number, waiting: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const line: (() => void)[] = [];

  return async (task) => {
    if (running >= parallel) {
      if (line.length >= waiting) throw new PronError('PRON_BUSY', { waiting: line.length });
      await new Promise<void>((resolve) => line.push(resolve));
    } else {
      running++;
    }
    try {
      return await task();
    } finally {
      const next = line.shift();
      // The next task takes over this one's place, so that no newcomer gets in between.
      if (next === undefined) running--;
      else next();
    }
  };
}
