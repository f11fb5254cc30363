import type { NodeMessage } from 'node-red';

import { PronError } from '../../base/errors';
import { pronunciationOf } from '../lib/facts';

/** Longest text that is sent to the ear, characters: that of the longest text that is spoken. */
export const MAX_EXPECTED_TEXT = 2000;

/** The text of a message; undefined if it has none with a letter or a digit in it. @throws PronError PRON_EAR_TEXT */
export function textOf(msg: NodeMessage): string | undefined {
  const { text } = pronunciationOf(msg);
  if (typeof text !== 'string') return undefined;
  if (text.length > MAX_EXPECTED_TEXT) throw new PronError('PRON_EAR_TEXT');
  return /[\p{L}\p{N}]/u.test(text) ? text : undefined;
}
