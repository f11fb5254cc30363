import { spawn } from 'node:child_process';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EspeakServer {
  /** Of its root: `http://127.0.0.1:PORT`. */
  readonly address: string;
  close(): Promise<void>;
}

interface Wanted {
  readonly input: string;
  readonly voice: string;
  readonly speed?: number;
}

/** A voice server that speaks with espeak-ng, and wants a key if one is given. It answers as the servers do that people run at home. */
export async function espeakServer(key = ''): Promise<EspeakServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      const asked = `${String(method)} ${String(url)}`;
      if (key !== '' && headers.authorization !== `Bearer ${key}`) refuse(response, 401, 'Incorrect API key');
      else if (asked === 'GET /v1/audio/voices') response.end(JSON.stringify({ voices: ['en-us', 'ko', 'ko+f3'] }));
      else if (asked === 'POST /v1/audio/speech') speakInto(response, JSON.parse(Buffer.concat(chunks).toString('utf8')) as Wanted);
      else refuse(response, 404, 'Not found');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message } }));
}

/** The WAV is streamed as it comes, with the open end in its header that espeak-ng writes into a pipe. */
function speakInto(response: ServerResponse, { input, voice, speed = 1 }: Wanted): void {
  const program = spawn('espeak-ng', ['-v', voice, '-s', String(Math.round(175 * speed)), '-z', '-b', '1', '--stdout', '--stdin'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  program.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  program.stdout.on('data', (chunk: Buffer) => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'audio/wav' });
    response.write(chunk);
  });
  program.on('close', (code) => {
    if (response.headersSent) response.end();
    else refuse(response, 400, `espeak-ng ended with ${String(code)}: ${Buffer.concat(said).toString('utf8').trim()}`);
  });
  program.stdin.end(input);
}
