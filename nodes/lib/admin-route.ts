import type { NodeAPI } from 'node-red';

import type { ErrorCode, ErrorDetails, PronError } from '../../base/errors';
import { localised, pronErrorOf } from './errors';

/** What a dialog sends. Neither part is validated yet. */
export interface Asked {
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A request that dialogs can make. */
export interface AdminRoute {
  readonly method: 'get' | 'post';
  /** Relative to `pronunciation/` below the editor's root address. */
  readonly path: string;
  /** The permission that the user needs: one of `permissions` in Node-RED's adminAuth. */
  readonly permission: string;
  /** The answer, sent as JSON. The signal fires when the dialog no longer waits for it. */
  readonly answer: (asked: Asked, signal: AbortSignal) => Promise<unknown>;
}

/** A failure as it is sent to dialogs, which translate it into the editor's language. */
export interface ToldFailure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /** In the language of the runtime. */
  readonly message: string;
}

const STATUS: Partial<Record<ErrorCode, number>> = { PRON_BAD_SETTING: 400, PRON_TTS_LONG: 400, PRON_TRIAL_RUNNING: 409 };

export function toldFailure(RED: NodeAPI, error: PronError): ToldFailure {
  const { code, details, message } = localised(RED, error);
  return { code, details, message };
}

/** Answers requests to `pronunciation/PATH` from users with the permission. */
export function serve(RED: NodeAPI, { method, path, permission, answer }: AdminRoute): void {
  RED.httpAdmin[method](`/pronunciation/${path}`, RED.auth.needsPermission(permission), (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    // `answer` runs inside a promise, so that an error it throws synchronously is handled too.
    Promise.resolve({ query: request.query, body: request.body as unknown })
      .then((asked) => answer(asked, gone.signal))
      .then(
        (body) => response.json(body),
        (error: unknown) => {
          const failure = toldFailure(RED, pronErrorOf(error));
          response.status(STATUS[failure.code] ?? 500).json(failure);
        },
      );
  });
}
