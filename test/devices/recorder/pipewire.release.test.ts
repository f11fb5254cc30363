import assert from 'node:assert/strict';

import { record } from '../../../devices/recorder';
import { firstChoice, rememberChoice } from '../../../devices/recorder/microphone';
import { needsProgram, skipFor } from '../../support/programs';
import { startPipeWire, whyNoPipeWire, type PipeWire } from '../../support/pipewire';
import { speakInto, type Speaker } from '../../support/speak-into';
import { about, findingsOf } from '../../cli/doctor/examined';

const SAID = 1000;
/** PipeWire counts in floats. */
const ROUNDING = 2;

describe('A microphone behind PipeWire', function () {
  this.timeout(40_000);
  let server: PipeWire | undefined;
  let speaker: Speaker | undefined;

  before(function () {
    needsProgram(this, 'arecord');
    const reason = whyNoPipeWire();
    if (reason !== undefined) skipFor(this, reason);
  });

  const stop = async (): Promise<void> => {
    speaker?.stop();
    await server?.stop();
    [server, speaker] = [undefined, undefined];
  };
  afterEach(async () => {
    await stop();
    rememberChoice('default');
  });

  async function start(): Promise<void> {
    server = await startPipeWire();
    speaker = speakInto(server.fifo, () => SAID);
  }

  /** A sample near the end of a second. */
  async function heard(device: string, seconds = 1): Promise<number> {
    const { wav } = await record({ device, sampleRate: 16000, maxMs: 1000 * seconds, noDataMs: 4000 }).done;
    return wav.readInt16LE(wav.length - 1600);
  }

  it('is heard by the name of the server, and as the default', async () => {
    await start();
    for (const device of ['pulse', 'default']) {
      const sample = await heard(device);
      assert.ok(Math.abs(sample - SAID) <= ROUNDING, `${device}: ${sample}`);
    }
    assert.equal(firstChoice('default'), 'default');
  });

  it('is found by the doctor, with the server that answers for it', async () => {
    await start();
    const { condition, says } = about(await findingsOf('sound-server'), 'PipeWire');
    assert.deepEqual([condition, says], ['ok', 'It answers; its device is pulse.']);
  });

  it('is lost with its server, is behind one that is down, and is taken back', async () => {
    await start();
    let stopped: Promise<void> | undefined;
    const onSecond = (): void => void (stopped ??= stop());
    await assert.rejects(record({ device: 'pulse', sampleRate: 16000, maxMs: 10_000, noDataMs: 3000, onSecond }).done, { code: 'PRON_MIC_LOST' });
    await stopped;
    await assert.rejects(heard('pulse'), { code: 'PRON_MIC_NO_SERVER' });
    await start();
    assert.ok(Math.abs((await heard('pulse')) - SAID) <= ROUNDING);
  });

  it('gives no sound without a session manager: one error in time, though arecord waits for half a minute', async () => {
    server = await startPipeWire({ sessionManager: false });
    const began = Date.now();
    await assert.rejects(record({ device: 'pulse', sampleRate: 16000, maxMs: 1000, noDataMs: 1500 }).done, { code: 'PRON_MIC_NO_DATA' });
    assert.ok(Date.now() - began < 4000, `${Date.now() - began} ms`);
  });
});
