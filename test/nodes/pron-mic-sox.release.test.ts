import assert from 'node:assert/strict';

import { microphoneOnFifo, microphoneThatHears, withEnvironment, type FakeMicrophone } from '../support/fake-microphone';
import { CAUGHT, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { descendantsOf } from '../support/processes';
import { skipFor } from '../support/programs';
import { whyNoSox } from '../support/sox';
import { sleep } from '../engine/waiting';
import { MIC } from './all-nodes';

const soxes = (): string[] => descendantsOf(process.pid).map(({ name }) => name).filter((name) => name === 'sox');

describe('A mic node that records with SoX', function () {
  this.timeout(30_000);
  let microphone: FakeMicrophone | undefined;
  let restore: () => void = () => undefined;

  before(function () {
    const reason = whyNoSox();
    if (reason !== undefined) skipFor(this, reason);
  });

  afterEach(async () => {
    await stopFlow();
    restore();
    microphone?.remove();
    microphone = undefined;
  });

  function start(settings: object): Promise<RunningFlow> {
    const mic = { id: 'mic', type: 'pron-mic', device: 'fakemic', recorder: 'sox', wires: [['out']], ...settings };
    return startFlow([MIC], [mic, { id: 'out', type: 'helper' }]);
  }

  for (const preRollMs of [0, 200]) {
    it(`gives one recording after another${preRollMs > 0 ? ', with a pre-roll' : ''}, and leaves no SoX`, async () => {
      microphone = microphoneThatHears(new Int16Array(160_000).fill(1000));
      const flow = await start({ mode: 'fixed', seconds: 0.5, preRollMs });
      for (let i = 0; i < 3; i++) {
        flow.send('mic', { payload: true });
        const { payload, pronunciation } = await flow.next('out');
        assert.ok(Buffer.isBuffer(payload) && payload.length >= 44 + 16000);
        assert.equal(pronunciation.role, 'learner');
      }
      await stopFlow();
      assert.deepEqual(soxes(), []);
    });
  }

  it('leaves no SoX when it is deployed again while it records', async () => {
    microphone = microphoneOnFifo();
    const flow = await start({ mode: 'push' });
    flow.send('mic', { payload: true });
    while (soxes().length === 0) await sleep(10);
    await stopFlow();
    assert.deepEqual(soxes(), []);
  });

  it('tells a Catch node where SoX is not installed, and Node-RED goes on', async () => {
    microphone = microphoneThatHears(new Int16Array(10));
    restore = withEnvironment('PATH', '/nowhere');
    const flow = await start({ mode: 'fixed', seconds: 0.5 });
    for (let i = 0; i < 2; i++) {
      flow.send('mic', { payload: true });
      const { error } = await flow.next(CAUGHT);
      assert.equal(error.code, 'PRON_MIC_PROGRAM');
      assert.match(error.message, /apt install sox libsox-fmt-alsa/);
    }
  });
});
