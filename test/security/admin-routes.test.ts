import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { NodeAPI } from 'node-red';

import { packageRoot } from '../../base/package-root';
import * as allNodes from '../nodes/all-nodes';
import { ADMIN_ROUTES } from '../support/admin-routes';
import { startFlow, stopFlow } from '../support/node-red';
import { OUR_NODES } from '../support/our-nodes';

const NODES = Object.values(allNodes);

/** One call on something that serves addresses. */
interface Call {
  readonly node: string;
  readonly server: string;
  readonly method: string;
  readonly given: readonly unknown[];
}

/** A middleware that lets those with a permission pass. */
class Permission {
  constructor(readonly name: string) {}
}

/** Everything that the nodes register with Node-RED's web servers. */
async function servedBy(nodes: typeof NODES): Promise<Call[]> {
  const calls: Call[] = [];
  const watched = (node: string, server: string): object =>
    new Proxy({}, { get: (_, method) => (...given: unknown[]) => void calls.push({ node, server, method: String(method), given }) });
  await startFlow(nodes.map(({ type, register }) => ({
    type,
    register: (RED: NodeAPI) => register(Object.create(RED, {
      httpAdmin: { value: watched(type, 'httpAdmin') },
      httpNode: { value: watched(type, 'httpNode') },
      server: { value: watched(type, 'server') },
      auth: { value: { needsPermission: (name: string) => new Permission(name) } },
    }) as NodeAPI),
  })), []);
  await stopFlow();
  return calls;
}

describe('The addresses that the nodes serve', () => {
  it('are asked of all nodes of the package', () => {
    assert.deepEqual(NODES.map(({ type }) => type).sort(), [...OUR_NODES].sort());
  });

  it('are all admin routes, each with a permission before anything else', async () => {
    const calls = await servedBy(NODES);
    const served = calls.map(({ node, server, method, given: [path, guard] }) => {
      assert.equal(server, 'httpAdmin');
      assert.ok(guard instanceof Permission, `${method} ${String(path)} of ${node} has no permission`);
      return [node, method, String(path).replace('/pronunciation/', ''), guard.name].join(' ');
    });
    const known = ADMIN_ROUTES.map((route) => route.join(' '));
    assert.deepEqual(served.sort(), known.sort(), 'a new route belongs into test/support/admin-routes.ts, whose routes are tried out');
  });

  it('would be found if a node served one without a permission', async () => {
    const careless = { type: 'pron-mic', register: (RED: NodeAPI) => void RED.httpAdmin.get('/pronunciation/open', () => undefined) };
    const [call] = await servedBy([careless]);
    assert.deepEqual([call?.method, call?.given[1] instanceof Permission], ['get', false]);
  });

  it('are registered in one place of the source code', () => {
    const files = readdirSync(join(packageRoot(), 'nodes'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const serving = files.filter((file) => /\bhttp(Admin|Node|Static)\b|\bRED\.(server|comms)\b/.test(readFileSync(join(packageRoot(), 'nodes', file), 'utf8')));
    assert.deepEqual(serving, ['lib/admin-route.ts']);
  });

  it('are joined by resources that hold nothing but what comes with the package', () => {
    const files = readdirSync(join(packageRoot(), 'resources'), { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
    assert.ok(files.every((file) => file.isFile()), 'no links');
    const names = files.map(({ name }) => name).sort();
    assert.deepEqual(names, OUR_NODES.map((type) => `${type}.svg`).sort());
    const recordings = join(packageRoot(), 'practice', 'recordings');
    for (const name of readdirSync(recordings)) {
      const wav = readFileSync(join(recordings, name));
      // The header of 44 bytes, the samples, and nothing else: no tags that say who spoke.
      assert.deepEqual([wav.toString('latin1', 12, 16), wav.toString('latin1', 36, 40), wav.readUInt32LE(40)], ['fmt ', 'data', wav.length - 44], name);
    }
  });
});
