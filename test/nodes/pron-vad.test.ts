import assert from 'node:assert/strict';

import { decodeWav } from '../../pipeline/wav';
import { startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { syntheticWav, wavOfSamples } from '../support/synthetic-speech';
import { VAD } from './all-nodes';

const SPEECH = { leadSeconds: 1, seconds: 1.5, tailSeconds: 0.8 };

describe('The vad node', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  const start = async (settings = {}): Promise<void> => {
    const node = { id: 'n', type: 'pron-vad', ...settings, wires: [['out']] };
    flow = await startFlow([VAD], [node, { id: 'out', type: 'helper' }]);
  };
  const trimmed = async (payload: Buffer, more = {}) => {
    flow.send('n', { payload, ...more });
    return flow.next('out');
  };
  const seconds = (wav: unknown): number => {
    const { samples, sampleRate } = decodeWav(wav as Buffer);
    return samples.length / sampleRate;
  };
  afterEach(stopFlow);

  it('cuts off what lies before and after the speech, and says where the speech is', async () => {
    await start({ padBeforeMs: 0, padAfterMs: 0 });
    const { payload, pronunciation } = await trimmed(syntheticWav(SPEECH));
    assert.ok(Math.abs(seconds(payload) - 1.5) < 0.2, `${seconds(payload)} s`);
    assert.equal(pronunciation.durationMs, seconds(payload) * 1000);
    const { startMs, endMs } = pronunciation.speech ?? { startMs: NaN, endMs: NaN };
    assert.ok(startMs >= 0 && endMs <= seconds(payload) * 1000 && endMs - startMs > 1200, `${startMs} ${endMs}`);
  });

  it('keeps as much before and after as it is told', async () => {
    const lengths: number[] = [];
    for (const [padBeforeMs, padAfterMs] of [[0, 0], [300, 0], [300, 200]]) {
      await start({ padBeforeMs, padAfterMs });
      const { payload, pronunciation } = await trimmed(syntheticWav(SPEECH));
      lengths.push(Math.round(seconds(payload) * 1000));
      assert.ok(Math.abs(Number(pronunciation.speech?.startMs) - Number(padBeforeMs)) < 1, 'speech is told in the time of what is sent');
      await stopFlow();
    }
    const [bare = 0, before, both] = lengths;
    assert.deepEqual([before, both], [bare + 300, bare + 500]);
  });

  it('moves words along with the cut', async () => {
    await start({ padBeforeMs: 0, padAfterMs: 0 });
    const words = [{ text: 'a', startMs: 1000, endMs: 1250, pitch: 5 }, { text: 'b', startMs: 1250, endMs: 2500 }];
    const { pronunciation, payload } = await trimmed(syntheticWav(SPEECH), { pronunciation: { words } });
    const [a, b] = pronunciation.words ?? [];
    assert.ok(Math.abs(Number(a?.startMs)) < 100, `${a?.startMs}`);
    assert.ok(Math.abs(Number(b?.startMs) - Number(a?.startMs) - 250) < 100);
    assert.ok(Number(b?.endMs) <= seconds(payload) * 1000);
    assert.equal((a as { pitch?: number }).pitch, 5);
  });

  it('passes on what holds no speech, whole, and says that there is none', async () => {
    await start();
    const words = [{ text: 'a', startMs: 100, endMs: 200 }];
    for (const wav of [wavOfSamples(new Float32Array(16000)), wavOfSamples(new Float32Array(16000).map((_, i) => 0.3 * Math.sin(0.2 * i)))]) {
      const { payload, pronunciation } = await trimmed(wav, { pronunciation: { words } });
      assert.equal(pronunciation.speech, null);
      assert.equal(seconds(payload), 1);
      assert.deepEqual(pronunciation.words, words);
    }
    assert.equal(flow.statuses('n').at(-1)?.text, 'no speech');
  });

  it('finds no speech in what a filter has left of a recording that was nothing but noise', async () => {
    await start();
    for (const [snrDb, found] of [[-12, false], [15, true]] as const) {
      const { pronunciation } = await trimmed(syntheticWav(SPEECH), { pronunciation: { noise: { snrDb, light: 'red' } } });
      assert.equal(pronunciation.speech !== null, found, `${snrDb} dB`);
    }
  });

  it('passes on the same message with all else untouched', async () => {
    await start();
    const msg = { payload: syntheticWav(SPEECH), topic: 't', pronunciation: { text: 'x', own: 1, words: 'no list' } };
    flow.send('n', msg);
    const out = await flow.next('out');
    assert.equal(out, msg);
    assert.deepEqual([out.topic, out.pronunciation.text, out.pronunciation.own, out.pronunciation.words], ['t', 'x', 1, 'no list']);
    assert.match(flow.statuses('n').at(-1)?.text ?? '', /^speech 1\.\d s$/);
  });
});
