import assert from 'node:assert/strict';
import { ADMIN_ROUTES } from '../support/admin-routes';
import { runNodeRed, type RunningNodeRed } from './support/node-red';

const ROUTES = ADMIN_ROUTES.map(([, method, route, permission]) => [method.toUpperCase(), route, permission] as const);

/** Users by their token: it names the one permission that they have. */
const USERS = `settings.adminAuth = {
  type: 'credentials',
  users: [],
  tokens: async (token) => (token.startsWith('may:') ? { username: token, permissions: token.slice(4) } : null),
};`;

describe('the admin routes of a Node-RED with users, whose editor is at /red', function () {
  this.timeout(120_000);
  let red: RunningNodeRed;
  before(async () => (red = await runNodeRed({ adminRoot: '/red', settings: USERS })));
  after(() => red?.stop());

  const ask = (method: string, route: string, permission?: string): Promise<Response> =>
    fetch(`${red.address}/pronunciation/${route}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...(permission !== undefined && { Authorization: `Bearer may:${permission}` }) },
      // No device and no text of that kind: nothing is recorded and nothing spoken.
      ...(method === 'POST' && { body: JSON.stringify({ device: ' ', text: ' ' }) }),
    });

  for (const [method, route, permission] of ROUTES) {
    describe(`${method} pronunciation/${route}`, () => {
      it('is reached below /red, and nowhere else', async () => {
        assert.match(red.address, /\/red$/);
        const { status, headers } = await ask(method, route, permission);
        assert.ok([200, 400, 500].includes(status), String(status));
        assert.match(headers.get('content-type') ?? '', /^application\/json/);
        const elsewhere = await fetch(`${red.address.replace('/red', '')}/pronunciation/${route}`, { method });
        assert.equal(elsewhere.status, 404);
      });

      it('is closed to everybody else', async () => {
        assert.equal((await ask(method, route)).status, 401);
        const others = ROUTES.map(([, , other]) => other).filter((other) => other !== permission);
        for (const other of ['flows.write', ...others]) {
          assert.equal((await ask(method, route, other)).status, 401, `with the permission ${other}`);
        }
      });

      it('is closed by every method and in every spelling that leads there', async () => {
        const spellings = [route, `${route}/`, route.toUpperCase(), `./${route}`, `x/../${route}`, encodeURI(`%${route.charCodeAt(0).toString(16)}${route.slice(1)}`)];
        for (const spelling of spellings) {
          for (const other of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
            const { status, headers } = await ask(other, spelling);
            const isTold = status === 200 && /json/.test(headers.get('content-type') ?? '');
            assert.ok(!isTold && status !== 500, `${other} ${spelling}: ${status}`);
          }
        }
        assert.equal((await ask('HEAD', route)).status, method === 'GET' ? 401 : 404);
      });
    });
  }

  it('are all that the package serves there: its resources are the pictures and recordings that come with it', async () => {
    const at = (path: string): Promise<Response> => fetch(`${red.address}/resources/@makerspeech/node-red-pronunciation/${path}`);
    assert.equal((await at('help/pron-mic.svg')).status, 200);
    for (const path of ['../package.json', '..%2fpackage.json', '%2e%2e/package.json', '..%5cpackage.json', 'help/../../models/default.json', '']) {
      assert.equal((await at(path)).status, 404, path);
    }
  });

  it('are open to those who may read, as far as they only read', async () => {
    for (const [method, route] of ROUTES) {
      assert.equal((await ask(method, route, 'read')).status === 401, method === 'POST', route);
    }
  });
});
