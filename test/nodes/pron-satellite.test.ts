import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { pcmOfWav, wavOfPcm16 } from '../../pipeline/pcm16';
import { CAUGHT, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { syntheticWav } from '../support/synthetic-speech';
import { eventBytes, wyomingServer, type TestServer } from '../support/voice-servers';
import { SATELLITE } from './all-nodes';

const FORM = { rate: 16000, width: 2, channels: 1 };
const bytesOf = (ms: number): number => 32 * ms;
const silence = (ms: number): Buffer => Buffer.alloc(bytesOf(ms));
const SPEECH = Buffer.from(pcmOfWav(syntheticWav({ seed: 2 })));

describe('pron-satellite', function () {
  this.timeout(30_000);
  let satellite: TestServer | undefined;
  let microphone: Socket | undefined;
  let flow: RunningFlow;
  afterEach(async () => {
    await stopFlow();
    await satellite?.close();
    satellite = undefined;
    microphone = undefined;
  });

  /** A satellite that has been told to run, and the flow that told it so. */
  async function start(settings: object = {}): Promise<void> {
    satellite = await wyomingServer(({ type }, socket) => {
      if (type === 'run-satellite') microphone = socket;
    });
    await deploy({ address: satellite.address, ...settings });
    await until(() => microphone !== undefined);
  }
  async function deploy(settings: object): Promise<void> {
    flow = await startFlow([SATELLITE], [{ id: 'n', type: 'pron-satellite', silenceMs: 400, ...settings, wires: [['out']] }, { id: 'out', type: 'helper' }]);
  }
  async function until(isSo: () => boolean): Promise<void> {
    for (let tries = 0; tries < 500; tries++) {
      if (isSo()) return;
      await sleep(20);
    }
    throw new Error('it did not happen');
  }
  function sendSound(pcm: Buffer, form: object = FORM): void {
    for (let at = 0; at < pcm.length; at += 2048) microphone?.write(eventBytes('audio-chunk', form, pcm.subarray(at, at + 2048)));
  }
  const got = (type: string): unknown[] => (satellite?.requests ?? []).filter((event) => (event as { type: string }).type === type);
  const lastStatus = () => flow.statuses('n').at(-1);
  const nextPcm = async (): Promise<Buffer> => Buffer.from(pcmOfWav((await flow.next('out', CAUGHT)).payload as Buffer));

  it('sends an utterance when the speaker has finished, as a learner\'s, and says so to the satellite', async () => {
    await start();
    microphone?.write(eventBytes('run-pipeline', { start_stage: 'asr', end_stage: 'tts' }));
    sendSound(Buffer.concat([SPEECH, silence(1500)]));
    const { payload, pronunciation } = await flow.next('out', CAUGHT);
    const pcm = Buffer.from(pcmOfWav(payload as Buffer));
    assert.ok(pcm.length > SPEECH.length - bytesOf(500) && pcm.length < SPEECH.length + bytesOf(1000), String(pcm.length));
    assert.deepEqual(pcm.subarray(0, 8000), SPEECH.subarray(0, 8000), 'from the first sample on');
    assert.deepEqual([pronunciation.role, pronunciation.sampleRate], ['learner', 16000]);
    assert.ok(pronunciation.noise !== undefined);
    await until(() => got('transcript').length > 0);
    assert.equal(lastStatus()?.fill, 'green');
  });

  it('of a satellite that always streams drops the silence, and keeps the beginning of the first word', async () => {
    await start();
    sendSound(Buffer.concat([silence(10_000), SPEECH, silence(1500), silence(5000), SPEECH, silence(1500)]));
    for (const count of [1, 2]) {
      const pcm = await nextPcm();
      const at = pcm.indexOf(SPEECH.subarray(0, 8000));
      assert.ok(at >= 0 && at <= bytesOf(3500), `utterance ${count} begins at ${at}`);
    }
    await sleep(300);
    assert.deepEqual(flow.waiting('out'), [], 'silence is no utterance');
  });

  it('ends an utterance that has no end, and one that the satellite ends', async () => {
    await start({ maxSeconds: 2 });
    microphone?.write(eventBytes('run-pipeline', {}));
    const noisy = Buffer.concat([silence(300), SPEECH, SPEECH]);
    sendSound(noisy.subarray(0, bytesOf(2100)));
    assert.equal((await nextPcm()).length, bytesOf(2000));
    microphone?.write(eventBytes('run-pipeline', {}));
    sendSound(noisy.subarray(0, bytesOf(1500)));
    microphone?.write(eventBytes('audio-stop', {}));
    assert.equal((await nextPcm()).length, bytesOf(1500));
  });

  it('plays a recording on the satellite, and says that it can\'t while there is none', async () => {
    await start();
    const wav = wavOfPcm16(SPEECH, 16000);
    flow.send('n', { payload: wav });
    await until(() => got('audio-stop').length > 0);
    assert.deepEqual((got('audio-start')[0] as { data: object }).data, { ...FORM, timestamp: 0 });
    assert.ok(got('audio-chunk').length >= SPEECH.length / 3200);
    await satellite?.close();
    await until(() => lastStatus()?.fill === 'red');
    flow.send('n', { payload: wav });
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_SATELLITE_AWAY');
  });

  it('answers a ping', async () => {
    await start();
    microphone?.write(eventBytes('ping', { text: 'there?' }));
    await until(() => got('pong').length > 0);
    assert.deepEqual((got('pong')[0] as { data: object }).data, { text: 'there?' });
  });

  it('connects again to a satellite that was lost', async () => {
    await start();
    microphone?.destroy();
    await until(() => got('run-satellite').length > 1);
    sendSound(Buffer.concat([SPEECH, silence(1500)]));
    assert.ok((await nextPcm()).length > 0);
  });

  for (const [name, bytes, reason] of [
    ['a gigabyte that is announced', '{"type":"audio-chunk","payload_length":1073741824}\n', /not the Wyoming protocol/],
    ['another protocol', 'HTTP/1.1 400 Bad Request\r\n\r\n', /not the Wyoming protocol/],
    ['sound that is not 16-bit mono', eventBytes('audio-chunk', { ...FORM, channels: 2 }, Buffer.alloc(4)), /16-bit mono/],
  ] as const) {
    it(`says what is wrong, takes no memory, and goes on: ${name}`, async () => {
      await start();
      const before = process.memoryUsage().arrayBuffers;
      const warned = flow.logged('n');
      microphone?.write(bytes);
      await until(() => lastStatus()?.fill === 'red');
      assert.match(warned.join('\n'), reason);
      assert.ok(process.memoryUsage().arrayBuffers - before < 3e6);
      await until(() => name.startsWith('sound') || got('run-satellite').length > 1);
      sendSound(Buffer.concat([SPEECH, silence(1500)]));
      assert.ok((await nextPcm()).length > 0);
    });
  }

  it('forgets half an event when the satellite is gone', async () => {
    await start();
    microphone?.end('{"type":"audio-chunk","payload_length":100}\nhalf');
    await until(() => got('run-satellite').length > 1);
    assert.deepEqual(flow.waiting('out'), []);
  });

  it('says that nobody is at the address, and that an address is none', async () => {
    await deploy({ address: '127.0.0.1:1' });
    await until(() => lastStatus()?.fill === 'red');
    await stopFlow();
    await deploy({ address: 'kitchen' });
    flow.send('n', { payload: wavOfPcm16(SPEECH, 16000) });
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_BAD_SETTING');
  });

  it('hangs up when the flow stops', async () => {
    await start();
    const gone = new Promise((resolve) => microphone?.once('close', resolve));
    await stopFlow();
    await gone;
  });
});
