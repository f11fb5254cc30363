import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NodeAPI } from 'node-red';
import { startFlow, stopFlow } from '../support/node-red';
import type { RunningNodeRed } from './support/node-red';
import { ROOT, runNodeRed } from './support/node-red';

const FOLDER = process.env.PRON_NODE_RED ?? join(ROOT, 'node_modules', 'node-red');
const { version } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')) as { version: string };

describe(`the Node-RED of the tests, ${version} on Node.js ${process.versions.node}`, function () {
  this.timeout(60_000);
  let red: RunningNodeRed | undefined;
  afterEach(async () => {
    await red?.stop();
    red = undefined;
  });

  it('is the one that was asked for, in the process of the tests', async () => {
    let api: NodeAPI | undefined;
    await startFlow([{ type: 'pron-asking', register: (RED: NodeAPI): void => void (api = RED) }], []);
    await stopFlow();
    const { util } = createRequire(__filename)(FOLDER) as { util: object };
    assert.equal(api?.util, util);
  });

  it('is the one that was asked for, in a process of its own', async () => {
    red = await runNodeRed();
    const settings = (await (await fetch(`${red.address}/settings`)).json()) as { version: string };
    // Beside a checkout Node-RED takes itself for one of its own.
    assert.equal(settings.version.replace('-git', ''), version);
    assert.ok(red.log().includes(`Node.js  version: ${process.version}`), red.log());
  });
});
