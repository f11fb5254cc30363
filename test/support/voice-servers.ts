import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { wyomingReader, type WyomingEvent } from '../../voices/wyoming/events';

export interface TestServer {
  /** `host:port` */
  readonly address: string;
  /** Bodies or events that came, in order. */
  readonly requests: unknown[];
  close(): Promise<void>;
}

async function listening(server: Server, requests: unknown[]): Promise<TestServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A server of voices over HTTP. `answer` gets the number of the request, from 1. */
export function httpServer(answer: (count: number, response: ServerResponse, request: IncomingMessage) => void): Promise<TestServer> {
  const requests: unknown[] = [];
  const server = createHttpServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const { method, url, headers } = request;
      requests.push({ method, url, authorization: headers.authorization, body: text === '' ? undefined : (JSON.parse(text) as unknown) });
      answer(requests.length, response, request);
    });
  });
  return listening(server, requests);
}

/** The server side of the Wyoming protocol. `answer` gets the number of the event, from 1. */
export function wyomingServer(answer: (event: WyomingEvent, socket: Socket, count: number) => void): Promise<TestServer> {
  const requests: unknown[] = [];
  const server = createServer((socket) => {
    const read = wyomingReader();
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      for (const event of read(piece)) {
        requests.push({ type: event.type, data: event.data });
        answer(event, socket, requests.length);
      }
    });
  });
  return listening(server, requests);
}

/** Bytes of an event with a payload, in the form that PyPI's wyoming writes. */
export function eventBytes(type: string, data: object, payload: Buffer = Buffer.alloc(0)): Buffer {
  const json = Buffer.from(JSON.stringify(data));
  const head = { type, version: '1.10.2', data_length: json.length, ...(payload.length > 0 && { payload_length: payload.length }) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), json, payload]);
}
