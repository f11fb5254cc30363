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

/** Listens on the port for a moment. Resolves to its number, or to null if it is in use. Port 0 stands for any free one. */
function tryToListen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host: HOST, port, exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}

/** The first free port of this machine from `first` on; 0 gives any free one. */
export async function findFreePort(first) {
  for (let port = first; port < first + 100; port++) {
    // On macOS one can listen on a port that somebody else serves for all addresses; that one answers.
    if (port !== 0 && (await answers(port))) continue;
    const taken = await tryToListen(port);
    if (taken !== null) return taken;
  }
  throw new Error(`No port from ${first} to ${first + 99} is free.`);
}
