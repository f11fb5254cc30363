import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { makeCertificate } from '../../cli/certificate/certificate';

const load = () => import('../../tools/start/reverse-proxy.mjs');
type Proxy = Awaited<ReturnType<typeof load>>;

describe('What npm start -- --https opens to learners', () => {
  let openPath: Proxy['openPath'];
  before(async () => ({ openPath } = await load()));
  const get = (url: string): string | undefined => openPath({ method: 'GET', url });

  it('is the dashboard, its socket and the files of packages', () => {
    for (const url of ['/dashboard', '/dashboard/practice?lesson=2', '/dashboard/assets/index-1.js', '/dashboard/_setup', '/resources/@scope/name/page.js']) {
      assert.equal(get(url), url);
    }
    assert.equal(openPath({ method: 'POST', url: '/dashboard/socket.io/?EIO=4' }), '/dashboard/socket.io/?EIO=4');
    assert.equal(openPath({ method: 'GET', url: '/dashboard/socket.io/?EIO=4' }, true), '/dashboard/socket.io/?EIO=4');
  });

  it('is not the editor, its API or its socket', () => {
    for (const url of ['/', '/flows', '/settings', '/nodes', '/pronunciation/mic/devices', '/inject/1', '/dashboards', '/red/red.js', '/context/global']) {
      assert.equal(get(url), undefined, url);
    }
    assert.equal(openPath({ method: 'GET', url: '/comms' }, true), undefined);
    assert.equal(openPath({ method: 'GET', url: '/dashboard/practice' }, true), undefined);
  });

  it("is not the dashboard's API that writes flows, nor what it remembers of others, in any spelling", () => {
    for (const url of [
      '/dashboard/api/v1/1/flows', '/dashboard/API/v1/1/flows', '/dashboard/%61pi/v1/1/flows', '/dashboard/_debug/datastore/1', '/dashboard/_DEBUG/statestore/1',
      '/dashboard/x/../api/v1', '/dashboard//api/v1', '/dashboard/./_debug/datastore/1',
    ]) assert.equal(get(url), undefined, url);
    assert.equal(openPath({ method: 'PATCH', url: '/dashboard/practice' }), undefined);
    assert.equal(openPath({ method: 'POST', url: '/dashboard/chart/1/clear' }), undefined);
    assert.equal(openPath({ method: 'POST', url: '/resources/name/page.js' }), undefined);
  });

  it('does not lead out of the dashboard by dots, slashes and whole addresses', () => {
    for (const url of [
      '/dashboard/../flows', '/dashboard/%2e%2e/flows', '/dashboard/..%2fflows', '/resources/../flows', '/dashboard\\..\\flows', '/dashboard/%00', '/dashboard/%',
      'http://localhost/flows', '//dashboard/flows',
    ]) assert.equal(get(url), undefined, url);
    assert.equal(get('/resources/../dashboard/practice'), '/dashboard/practice', 'what is checked is what is asked for');
  });
});

describe('The HTTPS server in front of Node-RED', () => {
  const asked: string[] = [];
  let behind: Server;
  let front: ReturnType<Proxy['createReverseProxy']>;
  let cert: string;
  const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;

  before(async () => {
    behind = createServer((incoming, response) => {
      asked.push(`${incoming.method} ${incoming.url} ${incoming.headers.host}`);
      incoming.pipe(response.setHeader('x-behind', '1'));
    });
    behind.on('upgrade', (_request, socket: Socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
      socket.pipe(socket);
    });
    behind.listen(0, '127.0.0.1');
    await once(behind, 'listening');
    const { createReverseProxy } = await load();
    const pair = await makeCertificate({ names: ['localhost'], addresses: ['127.0.0.1'] });
    cert = pair.cert;
    front = createReverseProxy({ port: portOf(behind), ...pair, start: '/dashboard/practice' });
    front.listen(0, '127.0.0.1');
    await once(front, 'listening');
  });
  after(() => {
    for (const server of [front, behind]) {
      server.closeAllConnections();
      server.close();
    }
  });
  beforeEach(() => asked.splice(0));

  /** The certificate is the only one that is trusted, so that it is checked as well. */
  const open = (method: string, path: string, headers = {}) =>
    request({ host: 'localhost', port: portOf(front), family: 4, method, path, headers, ca: cert, agent: false });

  async function answerTo(method: string, path: string, body = ''): Promise<{ readonly status: number | undefined; readonly location: string | undefined; readonly text: string }> {
    const sent = open(method, path);
    sent.end(body);
    const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
    let text = '';
    for await (const part of response) text += String(part);
    return { status: response.statusCode, location: response.headers.location, text };
  }

  it('passes on what a page asks and sends, and nothing that is not open', async () => {
    const port = portOf(front);
    assert.deepEqual(await answerTo('POST', '/dashboard/socket.io/?EIO=4', 'a body'), { status: 200, location: undefined, text: 'a body' });
    assert.deepEqual(asked, [`POST /dashboard/socket.io/?EIO=4 localhost:${port}`]);
    assert.equal((await answerTo('GET', '/flows')).status, 404);
    assert.equal((await answerTo('PATCH', '/dashboard/api/v1/1/flows', '{}')).status, 404);
    assert.equal(asked.length, 1);
  });

  it('leads from its root to the page', async () => {
    const { status, location } = await answerTo('GET', '/');
    assert.deepEqual([status, location, asked.length], [302, '/dashboard/practice', 0]);
  });

  it('joins the web socket of the dashboard, and no other', async () => {
    const upgrade = (path: string) => open('GET', path, { connection: 'Upgrade', upgrade: 'websocket' });
    const joined = upgrade('/dashboard/socket.io/?EIO=4');
    joined.end();
    const [response, socket] = (await once(joined, 'upgrade')) as [import('node:http').IncomingMessage, Socket];
    assert.equal(response.statusCode, 101);
    socket.write('hello');
    assert.equal(String((await once(socket, 'data'))[0]), 'hello');
    socket.destroy();
    const refused = upgrade('/comms');
    refused.end();
    await assert.rejects(once(refused, 'upgrade'), /hang up/);
  });

  it('answers 502 while Node-RED does not', async () => {
    behind.close();
    behind.closeAllConnections();
    await once(behind, 'close');
    assert.equal((await answerTo('GET', '/dashboard')).status, 502);
  });
});
