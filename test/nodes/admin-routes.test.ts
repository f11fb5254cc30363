import assert from 'node:assert/strict';

import type { NodeAPI } from 'node-red';
import helper from 'node-red-node-test-helper';

import { editorSource } from '../support/editor';
import { startFlow, stopFlow, type NodeUnderTest } from '../support/node-red';
import { MIC, SCORE } from './all-nodes';

/** The node in a Node-RED that refuses everybody, and tells for which permission. */
function refused({ type, register }: NodeUnderTest): NodeUnderTest {
  const needsPermission = (permission: string) => (_request: unknown, response: { status(code: number): { json(body: object): void } }) =>
    response.status(401).json({ permission });
  return { type, register: (RED: NodeAPI) => register(Object.create(RED, { auth: { value: { needsPermission } } }) as NodeAPI) };
}

describe('What the dialogs ask Node-RED for', () => {
  afterEach(stopFlow);

  for (const [node, path, permission] of [
    [MIC, '/pronunciation/devices', 'pron-mic.read'],
    [SCORE, '/pronunciation/models', 'pron-score.read'],
    [SCORE, '/pronunciation/calibrations', 'pron-score.read'],
  ] as const) {
    it(`is given only to those with the permission ${permission}: ${path}`, async () => {
      await startFlow([refused(node)], [{ id: 'n', type: node.type }]);
      const { status, body } = await helper.request().get(path);
      assert.deepEqual([status, body], [401, { permission }]);
    });
  }

  it('is asked for relative to the editor, which may be anywhere', () => {
    const addresses = ['mic', 'tts', 'noise', 'vad', 'mel', 'score'].flatMap((name) =>
      [...editorSource(`pron-${name}`).matchAll(/(?:getJSON|get|ajax|fetch)\(\s*['"`]([^'"`]+)/g)].map(([, address = '']) => address),
    );
    assert.deepEqual([...new Set(addresses)].sort(), ['pronunciation/calibrations', 'pronunciation/devices', 'pronunciation/models']);
  });

  it('is no script, style or picture from elsewhere', () => {
    for (const name of ['mic', 'tts', 'noise', 'vad', 'mel', 'score']) {
      assert.doesNotMatch(editorSource(`pron-${name}`), /\bsrc=|<link|@import|https?:/);
    }
  });
});
