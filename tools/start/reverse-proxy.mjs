import { request as ask } from 'node:http';
import { createServer } from 'node:https';

/** Node-RED listens on this machine alone. */
const HOST = '127.0.0.1';
/**
 * The dashboard's pages. The editor and its API are not below it, but the dashboard's own API, which writes flows, and its
 * memory of what the pages of others show are: they are closed. Express reads capitals as small letters.
 */
const PAGES = /^\/dashboard(?:\/(?!api(?:\/|$)|_debug(?:\/|$)).*)?$/i;
const SOCKETS = /^\/dashboard\/socket\.io(?:\/|$)/;
/** Files of packages, such as a widget's program. */
const FILES = /^\/resources\//;
/** Of the connection to a browser, not of what is asked (RFC 9110, 7.6.1). */
const OF_CONNECTION = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/** Path and query as a server reads them, with `..` resolved, so that what is checked is what is asked for; undefined for nonsense. */
function pathOf(url) {
  try {
    const { pathname, search } = new URL(url, 'http://localhost');
    const name = decodeURIComponent(pathname);
    return /\/\/|\\|\0|\/\.\.?(?:\/|$)/.test(name) ? undefined : { name, path: pathname + search };
  } catch {
    return undefined;
  }
}

/** What is asked of Node-RED for a request; undefined where it is not for learners. Only the socket is written to. */
export function openPath({ method, url }, isUpgrade = false) {
  const { name, path } = pathOf(url) ?? {};
  if (name === undefined) return undefined;
  if (SOCKETS.test(name)) return isUpgrade || ['GET', 'POST'].includes(method) ? path : undefined;
  const isRead = !isUpgrade && ['GET', 'HEAD'].includes(method);
  return isRead && (PAGES.test(name) || FILES.test(name)) ? path : undefined;
}

const passedOn = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name)));

/**
 * An HTTPS server for learners in front of Node-RED at `port` of this machine. It passes on the dashboard and nothing else;
 * the root leads to `start`. It does not listen yet.
 */
export function createReverseProxy({ port, key, cert, start }) {
  const answer = (request, response) => {
    if (request.url === '/') return response.writeHead(302, { location: start }).end();
    const path = openPath(request);
    if (path === undefined) return response.writeHead(404, { 'content-type': 'text/plain' }).end('This page is not open to others.\n');
    const { method, headers } = request;
    const asked = ask({ host: HOST, port, method, path, headers: passedOn(headers) }, (given) => {
      response.writeHead(given.statusCode, given.statusMessage, passedOn(given.headers));
      given.pipe(response);
      given.on('error', () => response.destroy());
    });
    asked.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.on('close', () => asked.destroy());
    return request.pipe(asked);
  };

  /** A web socket: both ends are joined once Node-RED has agreed. */
  const join = (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const path = openPath(request, true);
    if (path === undefined) return socket.destroy();
    const headers = { ...passedOn(request.headers), connection: 'Upgrade', upgrade: request.headers.upgrade };
    const asked = ask({ host: HOST, port, path, headers });
    asked.on('upgrade', (agreed, other, first) => {
      const lines = Object.entries(agreed.headers).flatMap(([name, value]) => [value].flat().map((each) => `${name}: ${each}`));
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      socket.write(first);
      other.write(head);
      other.on('error', () => socket.destroy());
      other.on('close', () => socket.destroy());
      socket.on('close', () => other.destroy());
      socket.pipe(other).pipe(socket);
    });
    asked.on('response', () => socket.destroy());
    asked.on('error', () => socket.destroy());
    return asked.end();
  };

  const server = createServer({ key, cert }, answer);
  server.on('upgrade', join);
  // A phone that refuses the certificate, or speaks HTTP, ends its own connection only.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return server;
}
