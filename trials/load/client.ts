import type { Score } from '../../engine/jobs';

/** Node-RED's answer to one recording. */
export type Answer =
  | { readonly kind: 'reference'; readonly session: string }
  | { readonly kind: 'score'; readonly session: string; readonly score: Score }
  /** An error of this package, with its code and its sentence. */
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
  /** No answer within the time limit. */
  | { readonly kind: 'hang' };

export interface Request {
  readonly session: string;
  readonly role: 'learner' | 'reference';
  /** A recording, or a text for a voice. */
  readonly body: Uint8Array | string;
  /** Path of the flow's `http in` node. */
  readonly path: string;
}

const HANG_MS = 60_000;

/** Sends to the Node-RED at `address`. Rejects only if it can't be reached. */
export function createClient(address: string): (request: Request) => Promise<Answer> {
  return async ({ session, role, body, path }) => {
    const query = new URLSearchParams({ session, role }).toString();
    const headers = { 'Content-Type': typeof body === 'string' ? 'text/plain' : 'audio/wav' };
    // fetch's types accept this view.
    const content = typeof body === 'string' ? body : new Uint8Array(body);
    try {
      const response = await fetch(`${address}${path}?${query}`, { method: 'POST', headers, body: content, signal: AbortSignal.timeout(HANG_MS) });
      return answerOf(response.ok, (await response.json()) as Readonly<Record<string, unknown>>);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') return { kind: 'hang' };
      throw error;
    }
  };
}

function answerOf(ok: boolean, { session, score, code, message }: Readonly<Record<string, unknown>>): Answer {
  if (!ok) return { kind: 'error', code: String(code), message: String(message) };
  if (score === undefined) return { kind: 'reference', session: String(session) };
  return { kind: 'score', session: String(session), score: score as Score }; // the flow sends the score as it is
}
