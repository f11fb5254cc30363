import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import helper from 'node-red-node-test-helper';

import type { MicCheck } from '../../pipeline/mic-check';
import { failOpening, microphoneOnFifo, microphoneThatHears, whyNoFailingDevice, type FakeMicrophone } from '../support/fake-microphone';
import { startFlow, stopFlow } from '../support/node-red';
import { needsProgram, skipFor } from '../support/programs';
import { syntheticSpeech } from '../support/synthetic-speech';
import { MIC } from './all-nodes';

interface Failure {
  readonly code: string;
  readonly message: string;
}

describe('The test in the dialog of pron-mic', function () {
  this.timeout(30_000);
  let microphone: FakeMicrophone | undefined;

  before(function () {
    needsProgram(this, 'arecord');
  });
  beforeEach(() => startFlow([MIC], [{ id: 'mic', type: 'pron-mic' }]));
  afterEach(async () => {
    await stopFlow();
    microphone?.remove();
    microphone = undefined;
  });

  const plugIn = (samples: Float32Array): FakeMicrophone =>
    (microphone = microphoneThatHears(Int16Array.from(samples, (x) => Math.round(32767 * x))));
  const post = (body: object) => helper.request().post('/pronunciation/mic-test').send(body);
  const refused = async (body: object): Promise<Failure & { status: number }> => {
    const answer = await post(body);
    return { status: answer.status, ...(answer.body as Failure) };
  };

  it('records from the device that is posted and judges it', async () => {
    const { device } = plugIn(syntheticSpeech());
    const { status, body } = await post({ device, sampleRate: '16000' });
    assert.equal(status, 200);
    const { verdict, level, floorDb } = body as MicCheck;
    assert.equal(verdict, 'fine');
    assert.ok(level.peakDb > -20 && level.peakDb < 0);
    assert.ok(floorDb < -60);
  });

  it('hears it when there is nothing', async () => {
    const { device } = plugIn(new Float32Array(16000));
    const { body } = await post({ device });
    assert.equal((body as MicCheck).verdict, 'silent');
  });

  it('says why a device can\'t be opened', async function () {
    const reason = whyNoFailingDevice();
    if (reason !== undefined) skipFor(this, reason);
    const { device, folder } = plugIn(new Float32Array(10));
    const restore = failOpening(folder, 'EBUSY');
    try {
      const { status, code, message } = await refused({ device });
      assert.deepEqual([status, code], [500, 'PRON_MIC_BUSY']);
      assert.match(message, /in use by another program/);
    } finally {
      restore();
    }
  });

  it('is refused while another one runs, and possible again after it', async () => {
    microphone = microphoneOnFifo(); // nobody writes: it waits until it is given up
    const first = refused({ device: microphone.device });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const second = await refused({ device: microphone.device });
    assert.deepEqual([second.status, second.code], [409, 'PRON_TRIAL_RUNNING']);
    assert.match(second.message, /Wait until it has ended/);
    assert.equal((await first).code, 'PRON_MIC_NO_DATA');
    assert.equal((await refused({ device: 'no-such-device' })).code, 'PRON_MIC_MISSING');
  });

  for (const body of [
    { device: '' }, { device: ' default' }, { device: 5 }, { device: 'default', sampleRate: 7999 },
    { device: 'default', sampleRate: 'x' }, { device: 'default\n' },
  ]) {
    it(`takes no ${JSON.stringify(body)}`, async () => {
      const { status, code, message } = await refused(body);
      assert.deepEqual([status, code], [400, 'PRON_BAD_SETTING']);
      assert.match(message, /it must be/);
    });
  }

  it('starts no program and writes no file, which names of ALSA can do', async () => {
    const { folder } = plugIn(new Float32Array(10));
    const file = join(folder, 'written');
    for (const device of [
      `file:'|touch ${file}',raw`, `file:${file},raw`, `tee:fakemic,'${file}',raw`, 'FILE:x,raw', 'plug:file:x,raw',
      `plug:{SLAVE={type file file "|touch ${file}" slave.pcm null format raw}}`, '{type null}', `plug:"file:${file}"`,
    ]) {
      assert.equal((await refused({ device })).code, 'PRON_BAD_SETTING', device);
    }
    assert.ok(!existsSync(file));
  });
});
