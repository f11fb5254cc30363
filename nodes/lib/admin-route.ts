import type { NodeAPI } from 'node-red';

import type { ErrorCode, ErrorDetails, PronError } from '../../base/errors';
import { localised, pronErrorOf } from './errors';

/** What a dialog sends; neither part is checked. */
export interface Asked {
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A request that dialogs make. */
export interface AdminRoute {
  readonly method: 'get' | 'post';
  /** Below `pronunciation/` in the editor's own address, wherever that is. */
  readonly path: string;
  /** Needed by the user who asks: one of `permissions` in Node-RED's adminAuth. */
  readonly permission: string;
  /** The answer, sent as JSON. The signal fires when the dialog no longer waits for it. */
  readonly answer: (asked: Asked, signal: AbortSignal) => Promise<unknown>;
}

/** A failure as dialogs get it: they translate it into the editor's language. */
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

/** Answers dialogs at `pronunciation/PATH`, for those with the permission. */
export function serve(RED: NodeAPI, { method, path, permission, answer }: AdminRoute): void {
  RED.httpAdmin[method](`/pronunciation/${path}`, RED.auth.needsPermission(permission), (request, response) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    // An answer that throws before it is a promise fails like any other.
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
