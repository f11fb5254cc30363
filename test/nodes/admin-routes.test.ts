import assert from 'node:assert/strict';

import type { NodeAPI } from 'node-red';
import helper from 'node-red-node-test-helper';

import { ADMIN_ROUTES } from '../support/admin-routes';
import { dialogOf } from '../../tools/dialogs/lib/dialog';
import { startFlow, stopFlow, type NodeUnderTest } from '../support/node-red';
import { OUR_NODES } from '../support/our-nodes';
import { MIC, PLAY, SCORE, TTS } from './all-nodes';

const NODES = new Map([MIC, PLAY, SCORE, TTS].map((node) => [node.type, node]));
const ROUTES = ADMIN_ROUTES.map(([type, method, path, permission]) =>
  [NODES.get(type) as NodeUnderTest, method, `/pronunciation/${path}`, permission] as const);

/** The node in a Node-RED that refuses everybody, and tells for which permission. */
function refused({ type, register }: NodeUnderTest, status: number): NodeUnderTest {
  const needsPermission = (permission: string) => (_request: unknown, response: { status(code: number): { json(body: object): void } }) =>
    response.status(status).json({ permission });
  return { type, register: (RED: NodeAPI) => register(Object.create(RED, { auth: { value: { needsPermission } } }) as NodeAPI) };
}

describe('What the dialogs ask Node-RED for', () => {
  afterEach(stopFlow);

  for (const [node, method, path, permission] of ROUTES) {
    for (const refusal of [401, 403]) {
      it(`is given only to those with the permission ${permission}, others get ${refusal}: ${method} ${path}`, async () => {
        await startFlow([refused(node, refusal)], [{ id: 'n', type: node.type }]);
        const { status, body } = await helper.request()[method](path);
        assert.deepEqual([status, body], [refusal, { permission }]);
      });
    }

    it(`is to be had by one method only: ${path}`, async () => {
      await startFlow([node], [{ id: 'n', type: node.type }]);
      const { status } = await helper.request()[method === 'get' ? 'post' : 'get'](path);
      assert.equal(status, 404);
    });
  }

  it('is asked for relative to the editor, which may be anywhere', () => {
    const addresses = OUR_NODES.flatMap((type) =>
      [...dialogOf(type).matchAll(/['"`]([^'"`\n]*pronunciation\/[^'"`\n]*)['"`]/g)].map(([, address = '']) => address),
    );
    assert.deepEqual([...new Set(addresses)].sort(), ROUTES.map(([, , path]) => path.slice(1)).sort());
  });

  it('is no script, style or picture from elsewhere', () => {
    for (const type of OUR_NODES) assert.doesNotMatch(dialogOf(type), /\bsrc=|<link|@import|https?:|@include/);
  });
});
