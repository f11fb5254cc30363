import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { decodeWav } from '../../pipeline/wav';
import { fakeLoudspeaker, type FakeLoudspeaker } from '../support/fake-loudspeaker';
import { failOpening, whyNoFailingDevice, withEnvironment } from '../support/fake-microphone';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { needsProgram } from '../support/programs';
import { syntheticWav } from '../support/synthetic-speech';
import { PLAY } from './all-nodes';

describe('The play node', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  let speaker: FakeLoudspeaker;
  const start = async (device: string): Promise<void> => {
    flow = await startFlow([PLAY], [{ id: 'n', type: 'pron-play', device, wires: [['out']] }, { id: 'out', type: 'helper' }]);
  };
  before(function () {
    needsProgram(this, 'aplay');
  });
  beforeEach(() => {
    speaker = fakeLoudspeaker();
  });
  afterEach(async () => {
    await stopFlow();
    speaker.remove();
  });

  it('plays every sample, and passes the message on as it came when it has been heard', async () => {
    await start(speaker.device);
    const payload = syntheticWav();
    flow.send('n', { payload, topic: 't', pronunciation: { session: 's' } });
    const out = await flow.next('out');
    assert.deepEqual([out.payload, out.topic, out.pronunciation], [payload, 't', { session: 's' }]);
    const expected = decodeWav(payload).samples.map((sample) => Math.round(sample * 32768));
    const heard = speaker.heard();
    assert.deepEqual([...heard.subarray(0, expected.length)], [...expected]);
    assert.match(flow.statuses('n').at(-1)?.text ?? '', /^2\.1 s played$/);
  });

  it('plays one after the other, in the order in which they came', async () => {
    await start(speaker.device);
    const wavs = [1, 2, 3].map((seed) => syntheticWav({ seed, seconds: 0.5 }));
    for (const [i, payload] of wavs.entries()) flow.send('n', { payload, topic: String(i) });
    const topics = [await flow.next('out'), await flow.next('out'), await flow.next('out')].map(({ topic }) => topic);
    assert.deepEqual(topics, ['0', '1', '2']);
  });

  it('stops what is heard and drops what waits when it is told', async () => {
    await start(speaker.stuckDevice);
    for (const topic of ['a', 'b']) flow.send('n', { payload: syntheticWav(), topic });
    while (!flow.statuses('n').some(({ text }) => text?.startsWith('playing'))) await sleep(10);
    flow.send('n', { payload: 'stop' });
    for (let i = 0; i < 3; i++) await flow.next(COMPLETED);
    assert.deepEqual(flow.waiting('out'), []);
    const texts = flow.statuses('n').map(({ text }) => text);
    assert.deepEqual(texts, ['playing 2.1 s', 'stopped'], 'the second was never heard');
  });

  it('has let go of the loudspeaker when the flow stops in the middle', async () => {
    await start(speaker.stuckDevice);
    flow.send('n', { payload: syntheticWav() });
    while (!flow.statuses('n').some(({ text }) => text?.startsWith('playing'))) await sleep(10);
    const begin = Date.now();
    await stopFlow();
    assert.ok(Date.now() - begin < 3000);
  });

  it('refuses to let more than twenty wait', async () => {
    await start(speaker.stuckDevice);
    for (let i = 0; i < 25; i++) flow.send('n', { payload: syntheticWav({ seconds: 0.5 }) });
    const { error } = await flow.next(CAUGHT);
    assert.equal(error.code, 'PRON_BUSY');
  });

  it('says that there is no such loudspeaker, and that the payload is no WAV', async () => {
    await start('plughw:CARD=Nowhere,DEV=0');
    flow.send('n', { payload: syntheticWav() });
    const { error } = await flow.next(CAUGHT);
    assert.match(error.code, /^PRON_PLAY_(MISSING|UNPLUGGED)$/);
    assert.match(error.message, /loudspeaker plughw:CARD=Nowhere,DEV=0/);
    flow.send('n', { payload: 'hello' });
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_NOT_AUDIO');
  });

  it('says that aplay is not installed', async () => {
    const restore = withEnvironment('PATH', '/nowhere');
    try {
      await start(speaker.device);
      flow.send('n', { payload: syntheticWav() });
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_PLAY_PROGRAM');
    } finally {
      restore();
    }
  });

  for (const [name, code] of [
    ['EBUSY', 'PRON_PLAY_BUSY'], ['EACCES', 'PRON_PLAY_FORBIDDEN'], ['ENODEV', 'PRON_PLAY_UNPLUGGED'], ['ECONNREFUSED', 'PRON_PLAY_NO_SERVER'],
  ] as const) {
    it(`tells ${code} by what the real aplay says`, async function () {
      if (whyNoFailingDevice() !== undefined) this.skip();
      const folder = mkdtempSync(join(tmpdir(), 'pronunciation-test-'));
      const restore = failOpening(folder, name);
      try {
        await start(speaker.device);
        flow.send('n', { payload: syntheticWav() });
        const { error } = await flow.next(CAUGHT);
        assert.equal(error.code, code);
      } finally {
        restore();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
