import { createServer, type Socket } from 'node:net';

import { phrase, PronError } from '../../base/errors';
import { converse, PEER_LIMITS, type Answers, type PeerLimits } from './conversation';
import { dismiss } from './write';

export interface ServerOptions {
  readonly host: string;
  readonly port: number;
  /** Peers at the same time. */
  readonly connections: number;
  readonly answers: Answers;
  /** An error as a peer is told it. */
  readonly toError: (error: unknown) => PronError;
  /** A peer that was cut off, or that could not be answered. */
  readonly onFault: (error: PronError) => void;
  readonly limits?: PeerLimits;
}

export interface WyomingServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Opens a server of the Wyoming protocol. The protocol knows no password: whoever reaches the port is answered.
 * @throws PronError PRON_WYOMING_PORT
 */
export async function openServer({ host, port, connections, answers, toError, onFault, limits = PEER_LIMITS }: ServerOptions): Promise<WyomingServer> {
  const sockets = new Set<Socket>();
  let peers = 0;
  async function welcome(socket: Socket): Promise<void> {
    if (peers >= connections) {
      const fault = toError(new PronError('PRON_WYOMING_FULL', { connections }));
      dismiss(socket, fault);
      throw fault;
    }
    peers++;
    try {
      await converse(socket, answers, toError, limits);
    } finally {
      peers--;
    }
  }
  const server = createServer({ keepAlive: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined); // its conversation ends by it
    welcome(socket).catch((error: unknown) => onFault(error as PronError)); // it rejects with nothing else
  });
  // A flood of refused peers would cost a socket each for a moment.
  server.maxConnections = 2 * connections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new PronError('PRON_WYOMING_PORT', { address: `${host}:${port}`, reason: error.code === 'EADDRINUSE' ? phrase('portInUse') : (error.code ?? error.message) })));
    server.listen({ host, port }, resolve);
  });
  server.on('error', () => undefined); // no file handles for another peer: those that are here go on
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
