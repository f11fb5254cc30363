import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import { wyomingReader, type WyomingEvent } from '../../voices/wyoming';
import { eventBytes } from './voice-servers';

/** A peer of a Wyoming server that sends whatever a test wants. */
export interface Peer {
  readonly socket: Socket;
  readonly send: (type: string, data?: object, payload?: Buffer) => void;
  /** The next event, or undefined when the server has hung up. */
  readonly next: () => Promise<WyomingEvent | undefined>;
  /** All events until one of this type, which is the last. */
  readonly until: (type: string) => Promise<WyomingEvent[]>;
}

export async function peerOf(port: number, host = '127.0.0.1'): Promise<Peer> {
  const socket = connect({ port, host });
  await once(socket, 'connect');
  const read = wyomingReader();
  const come: WyomingEvent[] = [];
  socket.on('data', (piece) => {
    come.push(...read(piece));
    socket.emit('news');
  });
  socket.on('error', () => undefined);
  socket.on('close', () => socket.emit('news'));
  async function next(): Promise<WyomingEvent | undefined> {
    while (come.length === 0 && !socket.destroyed) await once(socket, 'news');
    return come.shift();
  }
  return {
    socket, next,
    send: (type, data = {}, payload) => void socket.write(eventBytes(type, data, payload)),
    until: async (type) => {
      const events: WyomingEvent[] = [];
      for (;;) {
        const event = await next();
        if (event === undefined) throw new Error(`hung up after ${events.map((one) => one.type).join(', ')}`);
        events.push(event);
        if (event.type === type) return events;
      }
    },
  };
}
