import { PronError } from '../base/errors';
import { MAX_WAV_BYTES } from '../pipeline/wav';
import type { Job } from './jobs';

/** What waits. */
export interface Queued {
  readonly job: Job;
  /** Work has been done already on what the job is about. */
  readonly begun: boolean;
}

export interface QueueLimits {
  /** Jobs that begin something. A class of fifty that speaks at the same moment, by default. */
  readonly maxWaiting?: number | undefined;
  /** Jobs that go on with something. Only flows that make many messages of one come so far: of those that began, few wait
   *  at a time. */
  readonly maxBegun?: number | undefined;
}

/** A bounded line of jobs. Those that go on with something come before those that begin something, either kind in its
 *  order. */
export interface JobQueue<T extends Queued> {
  /** @throws PronError PRON_BUSY where too many of its kind wait, or too much memory does */
  add(queued: T): void;
  /** Takes out the one whose turn it is. */
  next(): T | undefined;
  /** Takes out all, or those that `which` says, in their order. */
  clear(which?: (queued: T) => boolean): T[];
}

const DEFAULT_MAX_WAITING = 64;
const DEFAULT_MAX_BEGUN = 128;
/** Of either kind. The largest recording that is accepted may wait; of larger crowds a small computer would run out of memory. */
const MAX_WAITING_BYTES = MAX_WAV_BYTES;

export function createJobQueue<T extends Queued>(limits: QueueLimits = {}): JobQueue<T> {
  const { maxWaiting = DEFAULT_MAX_WAITING, maxBegun = DEFAULT_MAX_BEGUN } = limits;
  let begun: T[] = [];
  let fresh: T[] = [];

  return {
    add(queued) {
      const [alike, limit] = queued.begun ? [begun, maxBegun] : [fresh, maxWaiting];
      const bytes = alike.reduce((sum, { job }) => sum + bytesIn(job), bytesIn(queued.job));
      if (alike.length >= limit || bytes > MAX_WAITING_BYTES) throw new PronError('PRON_BUSY', { waiting: alike.length });
      alike.push(queued);
    },
    next: () => begun.shift() ?? fresh.shift(),
    clear(which = () => true) {
      const all = [...begun, ...fresh];
      const stays = (queued: T): boolean => !which(queued);
      [begun, fresh] = [begun.filter(stays), fresh.filter(stays)];
      return all.filter(which);
    },
  };
}

/** Of the recordings and spectrograms in a job, which are all that can be large. */
function bytesIn(value: object): number {
  return Object.values(value).reduce<number>((sum, inner: unknown) => {
    if (ArrayBuffer.isView(inner)) return sum + inner.byteLength;
    const isMel = typeof inner === 'object' && inner !== null && 'data' in inner;
    return isMel ? sum + bytesIn(inner) : sum;
  }, 0);
}
