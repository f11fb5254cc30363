import type { Answer, Request } from '../load/client';
import { PATHS } from './flow';
import type { Pool } from './pool';

/** The expected answer to a request. */
export type Expected = 'kept' | 'scored' | 'judged' | 'refused' | 'PRON_NO_REFERENCE' | 'bad';

export interface Step extends Request {
  readonly expected: Expected;
}

/** Requests of one session: its reference and nine learners. There are more sessions than a score node keeps. */
export const STEPS_OF_SESSION = 10;

const TEXTS = ['안녕하세요', '감사합니다', '물 한 잔 주세요', '반갑습니다', '학교에 갑니다'];

/** A text that has not been spoken yet. */
export const newText = (count: number): string => `${count} 번`;

/** Step `place` (0 to 9) of a session. The same numbers give the same step. */
export function stepOf(session: number, place: number, pool: Pool): Step {
  const name = `session ${session}`;
  const { sentences } = pool;
  const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T; // none of them is empty
  const own = at(sentences, session);
  const learner = (body: Uint8Array, expected: Expected, path: string = PATHS.learner): Step => ({ session: name, role: 'learner', body, path, expected });
  const reference = (body: Uint8Array | string, path: string): Step => ({ session: name, role: 'reference', body, path, expected: 'kept' });
  // The learner's sentence differs from the voice's, but is scored nevertheless.
  const isSpoken = session % 4 < 2;
  const expected = isSpoken ? 'judged' : 'scored';
  switch (place) {
    case 0:
      if (!isSpoken) return reference(own.reference, PATHS.reference);
      return reference(session % 20 < 2 ? newText(1000 + session) : at(TEXTS, session), session % 4 === 0 ? PATHS.builtIn : PATHS.espeakNg);
    case 3:
      return learner(at(at(sentences, session + 1).learners, session), 'judged');
    case 5:
      return learner(at(own.learners, session), expected === 'scored' ? 'judged' : expected, PATHS.allStages);
    case 7:
      return session % 3 === 0 ? learner(pool.silence, 'refused') : learner(at(pool.bad, session), 'bad', at([PATHS.learner, PATHS.allStages], session));
    case 9:
      return session % 20 === 0 ? learner(own.reference, 'PRON_NO_REFERENCE', PATHS.lonely) : learner(own.reference, expected);
    default:
      return learner(at(own.learners, place), expected);
  }
}

/** What is wrong with an answer; undefined if it is as expected. */
export function faultOf(answer: Answer, { expected, session }: Step): string | undefined {
  if (answer.kind === 'hang') return 'no answer';
  if (answer.kind === 'error') {
    const isExpected = expected === 'bad' ? BAD_RECORDING.has(answer.code) : answer.code === expected;
    return isExpected ? undefined : `${answer.code}: ${answer.message}`;
  }
  if (answer.session !== session) return `the answer of ${answer.session}`;
  if (answer.kind === 'reference') return expected === 'kept' ? undefined : 'taken as a reference';
  const { verdict, value } = answer.score;
  const isNumber = value !== null && value >= 0 && value <= 100;
  if ((verdict === 'scored') !== isNumber) return `${verdict} with the value ${value}`;
  const isExpected = expected === 'judged' || (expected === 'scored' && isNumber) || (expected === 'refused' && !isNumber);
  return isExpected ? undefined : `${verdict}, which should be ${expected}`;
}

const BAD_RECORDING: ReadonlySet<string> = new Set(['PRON_NOT_AUDIO', 'PRON_BAD_WAV']);
