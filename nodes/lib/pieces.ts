import { LRUCache } from 'lru-cache';
import type { NodeMessage } from 'node-red';

import { PronError } from '../../base/errors';
import { isPlainObject } from './facts';

/** Thrown for a message that needs no answer, because the error about an earlier piece covers it. */
export class NothingToDo extends Error {}

/** How many files are remembered. A piece of a file that was forgotten causes a second error about that file. */
const MAX_FILES = 20;

/**
 * Returns a check that refuses a piece of a file. The "file in" node makes pieces when it reads a file as a stream, and the
 * split node when it splits a Buffer. A piece of a recording must not be scored, because nobody spoke it like that. All pieces
 * of a file cause one error.
 * @throws PronError PRON_AUDIO_PIECE for the first piece, NothingToDo for further ones
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
 * `msg.parts` alone does not prove that the payload is a piece. A function node may have joined the pieces to a whole WAV and
 * left the `parts` of a later piece on the message. After the split of a text whose lines are file names, each message has the
 * `parts` of its line.
 */
function isPiece({ type, index, count }: Readonly<Record<string, unknown>>, payload: unknown, wav: Uint8Array | undefined): boolean {
  if (type !== 'buffer' && (type !== 'string' || typeof payload !== 'string')) return false;
  if (wav === undefined || !startsAsWav(wav)) return true;
  return index === 0 && count !== 1 && !isWhole(wav);
}

function startsAsWav(bytes: Uint8Array): boolean {
  return ['RIFF', 'RIFX', 'RF64', 'BW64'].includes(String.fromCharCode(...bytes.subarray(0, 4)));
}

/** Whether the file has the length that its header says. */
function isWhole(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false;
  const isBigEndian = bytes[3] === 'X'.charCodeAt(0);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, !isBigEndian) + 8 <= bytes.length;
}
