import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { failReading, microphoneThatHears, whyNoFailingDevice, withEnvironment, type FakeMicrophone } from '../support/fake-microphone';
import { CAUGHT, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { descendantsOf } from '../support/processes';
import { needsProgram, skipFor } from '../support/programs';
import { MIC } from './all-nodes';

/** Children of this process by name, those among them that have ended and nobody has asked for. */
function recorders(): string[] {
  const ours = descendantsOf(process.pid).filter(({ name }) => /arecord|amixer/.test(name));
  return ours.map(({ pid, name, state }) => `${pid} ${name} ${state}`);
}

describe('Recordings of a mic node', function () {
  this.timeout(40_000);
  let microphone: FakeMicrophone | undefined;
  let restore: () => void = () => undefined;

  before(function () {
    needsProgram(this, 'arecord');
    if (process.platform !== 'linux') skipFor(this, 'needs Linux');
    const reason = whyNoFailingDevice();
    if (reason !== undefined) skipFor(this, reason);
  });

  afterEach(async () => {
    await stopFlow();
    microphone?.remove();
    microphone = undefined;
    restore();
  });

  for (const preRollMs of [0, 200]) {
    it(`leave no recorder, not even a dead one, and no file${preRollMs > 0 ? ', with a pre-roll' : ''}`, async () => {
      microphone = microphoneThatHears(Int16Array.from({ length: 16000 }, (_, i) => 8000 * Math.sin(i / 5)));
      const { folder } = microphone;
      // A folder of its own: others write to the system's.
      const temporary = mkdtempSync(join(folder, 'tmp-'));
      restore = withEnvironment('TMPDIR', temporary);
      const settings = { id: 'mic', type: 'pron-mic', device: 'fakemic', preRollMs, wires: [['out']] };
      const flowOf = (more: object) => [{ ...settings, ...more }, { id: 'out', type: 'helper' }];
      const flow: RunningFlow = await startFlow([MIC], flowOf({ mode: 'fixed', seconds: 0.5 }));

      for (let i = 0; i < 20; i++) {
        flow.send('mic', { payload: true });
        await flow.next('out');
      }
      for (let i = 0; i < 5; i++) {
        flow.send('mic', { payload: true });
        flow.send('mic', { payload: 'stop' });
        await flow.next('out', CAUGHT);
      }
      for (let i = 0; i < 3; i++) {
        const repair = failReading(folder, 'EIO', 1600);
        await flow.deploy(flowOf({ mode: 'fixed', seconds: 5, round: i }));
        flow.send('mic', { payload: true });
        const { error } = await flow.next(CAUGHT);
        assert.match(error.code, /PRON_MIC_LOST/);
        repair();
      }
      for (let i = 0; i < 5; i++) {
        await flow.deploy(flowOf({ mode: 'push', maxSeconds: 600, round: i }));
        flow.send('mic', { payload: true });
        await wait(10 * i);
      }
      await stopFlow();
      assert.deepEqual(recorders(), []);
      // The TypeScript of the tests is compiled into a folder of its own.
      assert.deepEqual(readdirSync(temporary).filter((name) => !name.startsWith('tsx-')), []);
    });
  }
});
