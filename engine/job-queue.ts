import { PronError } from '../base/errors';
import { MAX_WAV_BYTES } from '../pipeline/wav';
import type { Job } from './jobs';

/** A job in the queue. */
export interface Queued {
  readonly job: Job;
  /** A stage has worked on this recording before. */
  readonly begun: boolean;
}

export interface QueueLimits {
  /** Jobs of new recordings. By default enough for a class of fifty that speaks at the same moment. */
  readonly maxWaiting?: number | undefined;
  /** Jobs of recordings that a stage has worked on. Only a flow that multiplies messages gets near this limit. */
  readonly maxBegun?: number | undefined;
}

/** A bounded queue of jobs. Those of recordings that a stage has worked on come before those of new recordings; within each
 *  kind the order stays. */
export interface JobQueue<T extends Queued> {
  /** @throws PronError PRON_BUSY where too many of its kind wait, or too much memory does */
  add(queued: T): void;
  /** Removes and returns the next job. */
  next(): T | undefined;
  /** Removes and returns all jobs, or those that `which` selects, in their order. */
  clear(which?: (queued: T) => boolean): T[];
}

const DEFAULT_MAX_WAITING = 64;
const DEFAULT_MAX_BEGUN = 128;
/** Of each kind: one recording of the largest size. With more a small computer would run out of memory. */
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

/** Bytes of the recordings and spectrograms in a job; the rest is small. */
function bytesIn(value: object): number {
  return Object.values(value).reduce<number>((sum, inner: unknown) => {
    if (ArrayBuffer.isView(inner)) return sum + inner.byteLength;
    const isMel = typeof inner === 'object' && inner !== null && 'data' in inner;
    return isMel ? sum + bytesIn(inner) : sum;
  }, 0);
}
