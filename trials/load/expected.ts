import type { Answer, Request } from './client';
import type { Exercise, Session } from './classroom';
import { LOAD_PATH } from './flow';

/** The distances without load. Under load, every digit must be the same. */
export type Expected = ReadonlyMap<Exercise, number>;

export interface QuietRun {
  readonly expected: Expected;
  /** How much the distance changes if a learner gets the reference of another session. The check must notice the smallest
   *  change. */
  readonly wrongReference: readonly number[];
}

type Send = (request: Request) => Promise<Answer>;

/** Sends one recording after the other, and finds each learner's distance from the right reference and from another session's. */
export async function quietRun(sessions: readonly Session[], send: Send): Promise<QuietRun> {
  const expected = new Map<Exercise, number>();
  const wrongReference: number[] = [];
  let before = sessions.at(-1)?.name ?? '';
  for (const { name, exercises } of sessions) {
    for (const exercise of exercises) {
      await send({ session: name, role: 'reference', body: exercise.reference, path: LOAD_PATH });
      expected.set(exercise, await distanceIn(name, exercise, send));
    }
  }
  // At this point each session has its second reference.
  for (const { name, exercises } of sessions) {
    for (const exercise of exercises) {
      wrongReference.push(Math.abs((await distanceIn(before, exercise, send)) - (expected.get(exercise) ?? Number.NaN)));
    }
    before = name;
  }
  return { expected, wrongReference };
}

async function distanceIn(session: string, { learner }: Exercise, send: Send): Promise<number> {
  const answer = await send({ session, role: 'learner', body: learner, path: LOAD_PATH });
  if (answer.kind === 'score' && answer.score.distance !== null) return answer.score.distance;
  throw new Error(`A recording of the quiet run is not compared: ${JSON.stringify(answer)}`);
}
