import { phrase, PronError } from '../../base/errors';
import type { Recording } from './record';
import { createTake, type RecordedAudio, type RecordingEnd, type Take, type TakeOptions } from './take';

/** A recording from a microphone that stays open after it. */
export interface ListenedRecording extends Recording {
  /** Takes samples of a rate. */
  push(bytes: Buffer, rate: number): void;
  /** The microphone has ended. @param failure gives the error from the milliseconds that are lost with it */
  fail(failure: (recordedMs: number) => PronError): void;
  /** Takes no more samples. */
  readonly isComplete: boolean;
}

/** A stop takes what the device has heard until then but not yet told, and waits no longer than this for it. */
const LAST_PERIOD_MS = 60;

export function createListenedRecording(device: string, options: TakeOptions): ListenedRecording {
  let take: Take | undefined;
  let isStopped = false;
  let isComplete = false;
  let lastTimer: NodeJS.Timeout | undefined;
  let resolve: (audio: RecordedAudio) => void;
  let reject: (error: PronError) => void;
  const done = new Promise<RecordedAudio>((...both) => ([resolve, reject] = both));

  function complete(settle: () => void): void {
    if (isComplete) return;
    isComplete = true;
    clearTimeout(lastTimer);
    settle();
  }

  function finish(end: RecordingEnd): void {
    complete(() => {
      if (take === undefined) reject(new PronError('PRON_MIC_EMPTY', { device }));
      else resolve(take.audio(end));
    });
  }

  function fail(failure: (recordedMs: number) => PronError): void {
    complete(() => reject(failure(take?.ms ?? 0)));
  }

  return {
    push: (bytes, rate) => {
      if (isComplete) return;
      take ??= createTake(rate, options);
      const found = take.push(bytes);
      if (isStopped) finish('stopped');
      else if (found !== undefined) finish(found);
    },
    fail,
    stop: () => {
      isStopped = true;
      lastTimer ??= setTimeout(() => finish('stopped'), LAST_PERIOD_MS);
    },
    abort: () => {
      fail(() => new PronError('PRON_CLOSED', { job: phrase('recording') }));
      return Promise.resolve();
    },
    get isOver() {
      return isStopped || isComplete;
    },
    get isComplete() {
      return isComplete;
    },
    done,
  };
}
