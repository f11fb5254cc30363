import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Request } from './client';
import type { Outcome, Result, Tally } from './tally';

export interface Attempt {
  readonly request: Request;
  /** For a learner: the distance from the quiet run. */
  readonly expected?: number | undefined;
  readonly atOnce: boolean;
}

/** A learner who gets PRON_BUSY tries again, each time after a longer pause, ten times at most. */
const MAX_ATTEMPTS = 10;
const RETRY_MS = 1000;

/** Sends a recording, again after a pause if the engine is busy, and counts how it ended. */
export async function attempt({ request, expected, atOnce }: Attempt, send: (request: Request) => Promise<Answer>, tally: Tally): Promise<void> {
  tally.started++;
  const start = performance.now();
  let busy = 0;
  let answer = await send(request);
  while (isBusy(answer) && ++busy < MAX_ATTEMPTS) {
    await pause(RETRY_MS * busy * (0.5 + Math.random()));
    answer = await send(request);
  }
  const ms = performance.now() - start;
  const outcome: Outcome = { role: request.role, busy, ms, atOnce, result: resultOf(answer, request, expected), answer };
  tally.add(outcome);
}

const isBusy = (answer: Answer): boolean => answer.kind === 'error' && answer.code === 'PRON_BUSY';

function resultOf(answer: Answer, { session, role }: Request, expected: number | undefined): Result {
  if (answer.kind === 'hang') return 'no answer';
  if (isBusy(answer)) return 'busy to the end';
  if (answer.kind === 'error') return 'failed';
  if (answer.session !== session) return 'wrong reference';
  if (role === 'reference') return answer.kind === 'reference' ? 'right' : 'failed';
  if (answer.kind !== 'score') return 'failed';
  return answer.score.distance === expected ? 'right' : 'wrong reference';
}
