import { phrase, PronError } from '../../base/errors';
import type { Recording } from './record';
import { createTake, type RecordedAudio, type RecordingEnd, type Take, type TakeOptions } from './take';

/** A recording from a microphone that stays open after it. */
export interface ListenedRecording extends Recording {
  /** Takes samples of a rate. */
  push(bytes: Buffer, rate: number): void;
  /** The microphone has ended. @param failure makes the error from the milliseconds that are lost */
  fail(failure: (recordedMs: number) => PronError): void;
  /** Takes no more samples. */
  readonly isComplete: boolean;
}

/** A stop waits this long for the last period, which the device has recorded but not yet delivered. */
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
