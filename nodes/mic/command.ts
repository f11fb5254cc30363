import { describe } from '../../base/describe';
import { PronError } from '../../base/errors';
import type { MicSettings } from './settings';

export type MicCommand = 'start' | 'stop' | 'none';

const START: readonly unknown[] = [true, 'true', 'start', 1, '1'];
const STOP: readonly unknown[] = [false, 'false', 'stop', 0, '0'];

function normalised(payload: unknown): unknown {
  return typeof payload === 'string' ? payload.trim().toLowerCase() : payload;
}

/**
 * The command in a payload.
 *
 * Push to talk needs a start and a stop. The other modes end by themselves, so any message starts them. There only the word
 * `stop` stops a recording: false and 0 do not, because a button sends them when it is released.
 * @throws PronError PRON_MIC_COMMAND
 */
export function micCommand(payload: unknown, mode: MicSettings['mode']): MicCommand {
  const value = normalised(payload);
  if (mode !== 'push') {
    if (value === 'stop') return 'stop';
    return STOP.includes(value) ? 'none' : 'start';
  }
  if (START.includes(value)) return 'start';
  if (STOP.includes(value)) return 'stop';
  const isPlain = typeof payload === 'string' || typeof payload === 'number';
  throw new PronError('PRON_MIC_COMMAND', { found: isPlain ? JSON.stringify(payload) : describe(payload) });
}
