import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import helper from 'node-red-node-test-helper';

import { withEnvironment } from '../support/fake-microphone';
import { startFlow, stopFlow } from '../support/node-red';
import { MIC } from './all-nodes';

describe('The list of devices in the dialog of pron-mic', function () {
  this.timeout(10_000);
  let bin = '';
  let restore: () => void = () => undefined;

  before(() => helper.startServer());
  after(() => helper.stopServer());

  beforeEach(async () => {
    bin = mkdtempSync(join(tmpdir(), 'pronunciation-bin-'));
    restore = withEnvironment('PATH', bin);
    await startFlow([MIC], [{ id: 'mic', type: 'pron-mic' }]);
  });

  afterEach(async () => {
    await stopFlow();
    restore();
    rmSync(bin, { recursive: true });
  });

  it('comes from arecord', async () => {
    const card = 'card 1: Device [USB PnP Sound Device], device 0: USB Audio [USB Audio]';
    writeFileSync(join(bin, 'arecord'), `#!/bin/sh\n[ "$1" = -l ] && echo "${card}"\nexit 0\n`, { mode: 0o755 });
    const { status, body } = await helper.request().get('/pronunciation/devices');
    assert.equal(status, 200);
    assert.deepEqual(body, [
      { name: 'default', label: 'default' },
      { name: 'plughw:CARD=Device,DEV=0', label: 'USB PnP Sound Device, USB Audio' },
    ]);
  });

  it('is an error with a sentence for the dialog where arecord is missing', async () => {
    const { status, body } = await helper.request().get('/pronunciation/devices');
    assert.equal(status, 500);
    const { code, message } = body as { readonly code: string; readonly message: string };
    assert.equal(code, 'PRON_MIC_PROGRAM');
    assert.match(message, /apt install alsa-utils/);
  });
});
