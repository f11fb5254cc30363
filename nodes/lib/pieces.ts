import { LRUCache } from 'lru-cache';
import type { NodeMessage } from 'node-red';

import { PronError } from '../../base/errors';
import { isPlainObject } from './facts';

/** A message that needs no answer, as another one has been answered for both. */
export class NothingToDo extends Error {}

/** Files whose pieces come at the same time; a further one of a file that is forgotten is told of once more. */
const MAX_FILES = 20;

/**
 * Refuses the pieces in which "file in" reads a file as a stream, and split cuts a Buffer: a score of a piece is a score of
 * something that nobody said. One error for all pieces of a file.
 * @throws PronError PRON_AUDIO_PIECE, and NothingToDo for further pieces
 */
export function createPieceCheck(): (msg: NodeMessage, wav: Uint8Array | undefined) => void {
  const told = new LRUCache<string, true>({ max: MAX_FILES });
  return ({ parts, payload }, wav) => {
    if (!isPlainObject(parts) || !isPiece(parts, payload, wav)) return;
    const id = shownId(parts['id']);
    if (told.has(id)) throw new NothingToDo();
    told.set(id, true);
    throw new PronError('PRON_AUDIO_PIECE');
  };
}

function shownId(id: unknown): string {
  return typeof id === 'string' ? id : '';
}

/**
 * A WAV with the parts of a later piece has been put together by a function node, which left them on the message. The parts of
 * a split text stay on a message whose lines are the names of files.
 */
function isPiece({ type, index, count }: Readonly<Record<string, unknown>>, payload: unknown, wav: Uint8Array | undefined): boolean {
  if (type !== 'buffer' && (type !== 'string' || typeof payload !== 'string')) return false;
  if (wav === undefined || !startsAsWav(wav)) return true;
  return index === 0 && count !== 1 && !isWhole(wav);
}

function startsAsWav(bytes: Uint8Array): boolean {
  return ['RIFF', 'RIFX', 'RF64', 'BW64'].includes(String.fromCharCode(...bytes.subarray(0, 4)));
}

/** Whether all is there that the header says. */
function isWhole(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false;
  const isBigEndian = bytes[3] === 'X'.charCodeAt(0);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, !isBigEndian) + 8 <= bytes.length;
}
