import type { Node, NodeAPI, NodeMessage } from 'node-red';

import { PronError, phrase } from '../../base/errors';
import { MAX_WAV_BYTES } from '../../pipeline/wav';
import { bytesOf, noFile } from './audio-bytes';
import { phraseIn } from './errors';
import { isReference } from './session';
import { createPieceCheck } from './pieces';
import { dropForeignFacts } from './recording';

/** How a node reads incoming messages. */
export interface Receiver {
  /** The bytes of the file in the payload. Does not change the message. The content is checked later, by the decoder.
   *  @throws PronError PRON_NOT_AUDIO, PRON_AUDIO_TOO_LARGE, PRON_AUDIO_PIECE; NothingToDo */
  readonly file: (msg: NodeMessage) => Buffer;
  /** The same for a stage that works on the recording: also removes the facts of another recording from the message. */
  readonly recording: (msg: NodeMessage) => Buffer;
  /** Removes the facts of another recording. @returns whether `data` is exactly what the last stage sent */
  readonly ownFacts: (msg: NodeMessage, data: ArrayBufferView) => boolean;
}

export function createReceiver(RED: NodeAPI, node: Node): Receiver {
  const checkPiece = createPieceCheck();
  let isTold = false;

  function file(msg: NodeMessage): Buffer {
    const bytes = bytesOf(msg.payload);
    checkPiece(msg, bytes);
    if (bytes === undefined) throw noFile(msg.payload);
    return notTooLarge(bytes);
  }

  function ownFacts(msg: NodeMessage, data: ArrayBufferView): boolean {
    const wasReference = isReference(msg);
    const kinship = dropForeignFacts(msg, data);
    if (wasReference && !isReference(msg) && !isTold) {
      isTold = true;
      node.warn(phraseIn(RED, phrase('newAudioIsLearner')));
    }
    return kinship === 'same';
  }

  return {
    file,
    ownFacts,
    recording: (msg) => {
      const bytes = file(msg);
      ownFacts(msg, bytes);
      return bytes;
    },
  };
}

/** @throws PronError PRON_AUDIO_TOO_LARGE, before the bytes go to another process, which copies them */
export function notTooLarge(wav: Buffer): Buffer {
  if (wav.length <= MAX_WAV_BYTES) return wav;
  throw new PronError('PRON_AUDIO_TOO_LARGE', { bytes: wav.length, limit: MAX_WAV_BYTES });
}
