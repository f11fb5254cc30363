import { PronError } from './errors';

export interface QueueOptions {
  /** Tasks that run at the same time; 1 by default. */
  readonly parallel?: number;
  /** Tasks that may wait; any number by default. */
  readonly maxWaiting?: number;
  /** The error for a task that finds no place: PRON_BUSY by default. */
  readonly refuse?: (waiting: number) => PronError;
}

export interface TaskOptions {
  /** Takes the task out of the queue while it waits. A task that runs must listen to the signal itself. */
  readonly signal?: AbortSignal;
}

/** Runs a task when its turn comes, and settles as the task does. */
export type TaskQueue = <T>(task: () => Promise<T>, options?: TaskOptions) => Promise<T>;

const busy = (waiting: number): PronError => new PronError('PRON_BUSY', { waiting });

/**
 * A queue of tasks: at most `parallel` run at the same time, the others wait and start in the order they came. A task
 * that fails does not hold up those after it.
 * @throws PronError PRON_BUSY, or what `refuse` gives, where `maxWaiting` tasks wait already; the signal's reason
 */
export function createTaskQueue({ parallel = 1, maxWaiting = Infinity, refuse = busy }: QueueOptions = {}): TaskQueue {
  let running = 0;
  const waiting: (() => void)[] = [];

  function turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const start = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal?.reason as Error);
      };
      waiting.push(start);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  return async (task, { signal } = {}) => {
    signal?.throwIfAborted();
    if (running < parallel) {
      running++;
    } else {
      if (waiting.length >= maxWaiting) throw refuse(waiting.length);
      await turn(signal);
    }
    try {
      return await task();
    } finally {
      // The next task gets this one's place at once: a task that came in between would overtake it.
      const start = waiting.shift();
      if (start === undefined) running--;
      else start();
    }
  };
}

/** The same function, whose calls run one after the other in the order they came. */
export function serialise<Arguments extends unknown[], Result>(
  task: (...given: Arguments) => Promise<Result>,
  options: Omit<QueueOptions, 'parallel'> = {},
): (...given: Arguments) => Promise<Result> {
  const enqueue = createTaskQueue(options);
  return (...given) => enqueue(() => task(...given));
}

/** Works on `items`, at most `parallel` at the same time and started in their order. The results have the order of the
 *  items. Rejects as the first failure does; the other items are worked on all the same. */
export function mapInParallel<Item, Result>(
  items: readonly Item[],
  parallel: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const enqueue = createTaskQueue({ parallel });
  return Promise.all(items.map((item) => enqueue(() => work(item))));
}
