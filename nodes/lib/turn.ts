import type { NodeMessage } from 'node-red';

import type { RunOptions } from '../../engine/engine';
import { pronunciationOf } from './facts';

/**
 * A recording that a stage has worked on goes before new ones in the engine's queue, and is not refused with them. When many
 * speak at once, the first then get their scores while the last still wait, and no work is thrown away.
 */
export function turnOf(msg: NodeMessage): RunOptions {
  // The first stage that works on a recording sets it.
  return { begun: pronunciationOf(msg)['level'] !== undefined };
}
