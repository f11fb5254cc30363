import type { NodeMessage } from 'node-red';

import type { RunOptions } from '../../engine/engine';
import { pronunciationOf } from './facts';

/**
 * The place of a message in the engine's queue. A recording that a stage has worked on goes before new recordings, and is not
 * refused when too many new ones wait. So if many people speak at once, the first get their scores while the last still wait,
 * and no finished work is lost.
 */
export function turnOf(msg: NodeMessage): RunOptions {
  // The first stage that works on a recording sets `level`.
  return { begun: pronunciationOf(msg)['level'] !== undefined };
}
