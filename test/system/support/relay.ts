import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server over TCP that can be cut, as a Wi-Fi drops. */
export interface Relay {
  readonly port: number;
  /** Connections that were cut. */
  readonly dropped: () => number;
  /** Cuts all connections and takes no new one until the returned function is called. */
  readonly cut: () => () => void;
  /** Cuts the connection of one client. @param port the client's own, of its end of the connection */
  readonly cutOne: (port: number) => void;
  readonly close: () => Promise<void>;
}

/** Passes everything on to a port of this machine. */
export async function openRelay(target: number): Promise<Relay> {
  const clients = new Set<Socket>();
  let dropped = 0;
  let isCut = false;
  const drop = (client: Socket): void => {
    dropped++;
    client.resetAndDestroy();
  };
  const server = createServer((client) => {
    if (isCut) {
      client.resetAndDestroy();
      return;
    }
    const own = connect(target, '127.0.0.1');
    clients.add(client);
    client.pipe(own);
    own.pipe(client);
    // The end of one side, however it comes, is that of the other.
    for (const [one, other] of [[client, own], [own, client]] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        other.destroy();
        clients.delete(client);
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    dropped: () => dropped,
    cut: () => {
      isCut = true;
      for (const client of [...clients]) drop(client);
      return () => { isCut = false; };
    },
    cutOne: (port) => {
      for (const client of [...clients]) if (client.remotePort === port) drop(client);
    },
    close: async () => {
      for (const client of clients) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
