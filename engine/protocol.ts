import { PronError, type ErrorCode, type ErrorDetails } from '../base/errors';
import sentences from '../locales/en-US/errors.json';
import type { Job } from './jobs';
import { OUT_OF_MEMORY } from '../base/out-of-memory';

/** From the parent to the child: one job at a time. */
export interface Order {
  readonly id: number;
  readonly job: Job;
}

/** From the child to the parent. */
export type Report =
  | { readonly type: 'ready' }
  /** The child has started the job. An order that was not accepted may be sent to another child. */
  | { readonly type: 'accepted'; readonly id: number }
  | { readonly type: 'done'; readonly id: number; readonly result: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly error: SerialisedError };

/** An error in the form in which it is sent between processes. Its class would be lost. */
export interface SerialisedError {
  readonly code: string;
  readonly details: ErrorDetails;
  /** For debugging only: the parent builds the sentence again from code and details. */
  readonly message: string;
}

export function serialiseError(error: unknown): SerialisedError {
  // The engine may survive this error, and the next job may find enough memory.
  if (error instanceof Error && OUT_OF_MEMORY.test(error.message)) return { code: 'PRON_NO_MEMORY', details: {}, message: error.message };
  if (error instanceof PronError) return { code: error.code, details: error.details, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'PRON_INTERNAL', details: { reason: message }, message };
}

export function rebuildError({ code, details, message }: SerialisedError): PronError {
  return isKnown(code) ? new PronError(code, details) : new PronError('PRON_INTERNAL', { reason: message });
}

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(sentences, code);
}
