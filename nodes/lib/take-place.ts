import type { NodeMessage } from 'node-red';
import * as v from 'valibot';

import { pronunciationOf, type TakePlace } from './facts';

const COUNT = v.pipe(v.number(), v.integer(), v.minValue(1));
const TAKE = v.object({ number: COUNT, of: COUNT });

/** Which of its voice's takes a reference is; undefined where the voice has only this one. */
export function takePlaceOf(msg: NodeMessage): TakePlace | undefined {
  const { success, output } = v.safeParse(TAKE, pronunciationOf(msg)['take']);
  return success ? output : undefined;
}

/** Whether the learner does not hear it: a take that is only compared with. */
export const isFurtherTake = (take: TakePlace | undefined): boolean => take !== undefined && take.number > 1;
