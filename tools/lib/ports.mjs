import { connect, createServer } from 'node:net';

const HOST = '127.0.0.1';

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: HOST, port });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(1000, () => end(true));
  });
}

/** Listens for a moment. Resolves to {port}, or to {code}, the reason why it can't. Port 0 gives any free one. */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }) => resolve({ code }));
    server.listen({ host, port, exclusive: true }, () => {
      const { port: given } = server.address();
      server.close(() => resolve({ port: given }));
    });
  });
}

/**
 * Whether a program can listen on a port of this machine: {port}, or {code} of the failure (EADDRINUSE, EACCES).
 * Port 0 gives any free one. With `isOpen` it listens at all addresses, not at this machine's own alone.
 */
export async function tryPort(port, isOpen = false) {
  // On macOS one can listen on a port that somebody else serves for all addresses; that one answers.
  return port !== 0 && (await answers(port)) ? { code: 'EADDRINUSE' } : tryToListen(port, isOpen ? undefined : HOST);
}

/** The first free port of this machine from `first` on; 0 gives any free one. With `isOpen` it is free at all addresses. */
export async function findFreePort(first, isOpen = false) {
  for (let port = first; port < first + 100; port++) {
    const { port: free } = await tryPort(port, isOpen);
    if (free !== undefined) return free;
  }
  throw new Error(`No port from ${first} to ${first + 99} is free.`);
}
