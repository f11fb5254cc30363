import type { Socket } from 'node:net';

import { phrase, PronError } from '../../base/errors';
import { wyomingBytes } from '../../voices/wyoming';

/** How long a peer may take to read what it asked for. */
const UNREAD_MS = 30_000;

/** How long a peer that is told to go may take to read why. */
const FAREWELL_MS = 2000;

/** PRON_WYOMING_PEER of a peer, with the reason. */
export function peerFault(socket: Socket, reason: ReturnType<typeof phrase>): PronError {
  return new PronError('PRON_WYOMING_PEER', { address: socket.remoteAddress ?? '?', reason });
}

/** Writes to a peer, and waits while it is slow to read, so that no answer piles up in memory. @throws PronError PRON_WYOMING_PEER */
export async function writeTo(socket: Socket, bytes: Buffer): Promise<void> {
  if (socket.destroyed) throw peerFault(socket, phrase('peerHungUp'));
  if (socket.write(bytes)) return;
  await new Promise<void>((resolve, reject) => {
    const end = (error?: PronError): void => {
      clearTimeout(timer);
      socket.off('drain', onDrain).off('close', onClose);
      if (error === undefined) resolve();
      else reject(error);
    };
    const onDrain = (): void => end();
    const onClose = (): void => end(peerFault(socket, phrase('peerHungUp')));
    const timer = setTimeout(() => end(peerFault(socket, phrase('peerSlow', { seconds: UNREAD_MS / 1000 }))), UNREAD_MS);
    socket.once('drain', onDrain).once('close', onClose);
  });
}

/** Tells a peer why it has to go, and hangs up. What it still sends is read and dropped: unread bytes would reset the connection,
 *  and the sentence would be lost. */
export function dismiss(socket: Socket, error: PronError): void {
  const timer = setTimeout(() => socket.destroy(), FAREWELL_MS);
  socket.once('close', () => clearTimeout(timer));
  socket.end(wyomingBytes('error', { text: error.message, code: error.code }));
  socket.resume();
}
