import { PronError } from '../base/errors';
import { MAX_WAV_BYTES } from '../pipeline/wav';
import type { Job } from './jobs';

/** A job in the queue. */
export interface Queued {
  readonly job: Job;
  /** Whether a stage has already worked on this recording. */
  readonly begun: boolean;
}

export interface QueueLimits {
  /** Most jobs of new recordings. The default is enough for a class of fifty learners who speak at the same moment. */
  readonly maxWaiting?: number | undefined;
  /** Most jobs of recordings that a stage has worked on. Only a flow that multiplies messages gets near this limit. */
  readonly maxBegun?: number | undefined;
}

/** A bounded queue of jobs. Jobs of recordings that a stage has worked on come before jobs of new recordings. Within each kind,
 *  the first in is the first out. */
export interface JobQueue<T extends Queued> {
  /** @throws PronError PRON_BUSY if too many jobs of this kind wait, or if the waiting jobs hold too much memory */
  add(queued: T): void;
  /** Removes and returns the next job. */
  next(): T | undefined;
  /** Removes and returns all jobs, or those that `which` selects, in the order of the queue. */
  clear(which?: (queued: T) => boolean): T[];
}

const DEFAULT_MAX_WAITING = 64;
const DEFAULT_MAX_BEGUN = 128;
/** Bytes for each kind: one recording of the largest size. With more, a small computer would run out of memory. */
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
