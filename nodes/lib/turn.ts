import type { NodeMessage } from 'node-red';

import type { RunOptions } from '../../engine/engine';
import { pronunciationOf } from './message';

/**
 * Whose turn a message's job is: a recording that a stage has worked on goes before those that nothing has been done for,
 * and is not refused with them. When many speak at once, the first then get their scores while the last still wait, and
 * what has been done is not thrown away.
 */
export function turnOf(msg: NodeMessage): RunOptions {
  // The first stage that works on a recording sets it.
  return { begun: pronunciationOf(msg).level !== undefined };
}
