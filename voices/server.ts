import { PronError, type ErrorCode } from '../base/errors';
import { createQueue } from './queue';
import { MAX_OUTPUT, timeLimitFor } from './run-voice';

/** A voice server that works for us has one computer; two requests keep it busy. */
export const enqueueAtServer = createQueue(2, 20);

/** What a server may take to list its voices, ms, and how many of them are shown. */
export const LIST_TIMEOUT_MS = 10_000;
export const MAX_LISTED_VOICES = 500;

/** What a server may take to speak a text: milliseconds, also those of a second try, and bytes. */
export interface ServedLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

export function servedLimits(text: string): ServedLimits {
  return { timeoutMs: timeLimitFor(text), maxBytes: MAX_OUTPUT };
}

/** Does a task once more where it fails with `code`: a server that restarts is there the second time. */
export async function withOneRetry<Value>(code: ErrorCode, task: () => Promise<Value>): Promise<Value> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof PronError && error.code === code) return task();
    throw error;
  }
}
