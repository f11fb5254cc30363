import assert from 'node:assert/strict';

import { decodeWav } from '../../pipeline/wav';
import { startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { syntheticSpeech, syntheticWav, wavOfSamples, randomNumbers } from '../support/synthetic-speech';
import { NOISE } from './all-nodes';

const NOISY = { noise: 0.02, seconds: 1.5, leadSeconds: 0.5, seed: 3 };

describe('The noise node', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  const start = async (settings = {}): Promise<void> => {
    const node = { id: 'n', type: 'pron-noise', ...settings, wires: [['out']] };
    flow = await startFlow([NOISE], [node, { id: 'out', type: 'helper' }]);
  };
  const gated = async (payload: Buffer, more = {}) => {
    flow.send('n', { payload, ...more });
    return flow.next('out');
  };
  /** RMS of the first 300 ms, where there is noise only. */
  const leadRms = (wav: unknown): number => {
    const { samples, sampleRate } = decodeWav(wav as Buffer);
    const lead = samples.subarray(0, 0.3 * sampleRate);
    return Math.sqrt(lead.reduce((sum, x) => sum + x * x, 0) / lead.length);
  };
  afterEach(stopFlow);

  it('sends a mono WAV of 16 bits at the rate and of the length that came in', async () => {
    await start();
    for (const sampleRate of [8000, 22050, 48000]) {
      const { payload } = await gated(syntheticWav({ ...NOISY, sampleRate }));
      const { samples, sampleRate: rate, channels, bitDepth } = decodeWav(payload as Buffer);
      const expected = syntheticSpeech({ ...NOISY, sampleRate }).length;
      assert.deepEqual([rate, channels, bitDepth, samples.length], [sampleRate, 1, 16, expected]);
    }
  });

  it('passes on the same message with all else untouched', async () => {
    await start();
    const payload = syntheticWav(NOISY);
    const msg = { payload, topic: 't', mine: { a: 1 }, pronunciation: { session: 's', words: [{ text: 'a', startMs: 1, endMs: 2 }], own: 3 } };
    flow.send('n', msg);
    const out = await flow.next('out');
    assert.equal(out, msg);
    assert.deepEqual([out.topic, out.mine], ['t', { a: 1 }]);
    const { session, words, own, role, sampleRate, durationMs } = out.pronunciation;
    assert.deepEqual([session, words, own], ['s', [{ text: 'a', startMs: 1, endMs: 2 }], 3]);
    assert.deepEqual([role, sampleRate, durationMs], ['learner', 16000, 2300]);
  });

  it('measures the recording before it changes it', async () => {
    await start();
    const { pronunciation } = await gated(syntheticWav(NOISY));
    const clean = await gated(syntheticWav({ ...NOISY, noise: 0.0001 }));
    assert.ok(pronunciation.noise && clean.pronunciation.noise);
    assert.ok(pronunciation.noise.snrDb + 15 < clean.pronunciation.noise.snrDb);
    assert.ok(Math.abs((pronunciation.level?.peakDb ?? 0) - 20 * Math.log10(0.3)) < 2);
    assert.equal(pronunciation.levelNow, undefined, 'it is the first stage');
  });

  it('leaves level and noise of an earlier stage and writes the level of now', async () => {
    await start();
    const level = { peakDb: -1, rmsDb: -2, clippedShare: 0.5 };
    const noise = { snrDb: 1, light: 'red' };
    const { pronunciation } = await gated(syntheticWav(NOISY), { pronunciation: { level, noise, role: 'reference' } });
    assert.deepEqual([pronunciation.level, pronunciation.noise, pronunciation.role], [level, noise, 'reference']);
    assert.ok((pronunciation.levelNow?.peakDb ?? 0) < -5);
  });

  for (const settings of [
    { mode: 'stationary', profile: 'quietest' },
    { mode: 'stationary', profile: 'first', profileMs: '400' },
    { mode: 'non-stationary' },
  ]) {
    it(`takes noise away: ${Object.values(settings).join(' ')}`, async () => {
      await start(settings);
      const wav = syntheticWav(NOISY);
      const { payload } = await gated(wav);
      assert.ok(leadRms(payload) < 0.5 * leadRms(wav), `${leadRms(payload)} of ${leadRms(wav)}`);
    });
  }

  it('leaves the recording as it is at strength 0', async () => {
    await start({ strength: 0 });
    const wav = syntheticWav(NOISY);
    assert.deepEqual((await gated(wav)).payload, wav);
  });

  it('takes less away at half the strength', async () => {
    const rms: number[] = [];
    for (const strength of [100, 50]) {
      await start({ strength });
      rms.push(leadRms((await gated(syntheticWav(NOISY))).payload));
      await stopFlow();
    }
    assert.ok(Number(rms[0]) < 0.8 * Number(rms[1]), rms.join());
  });

  it('uses the noise that a message brings along, whatever the mode', async () => {
    await start({ mode: 'non-stationary' });
    const wav = syntheticWav({ ...NOISY, leadSeconds: 0 });
    const random = randomNumbers(7);
    const loud = wavOfSamples(Float32Array.from({ length: 16000 }, () => 0.5 * (2 * random() - 1)));
    const [without, withLoud] = [await gated(wav), await gated(wav, { noiseProfile: loud })];
    const rms = [without, withLoud].map(({ payload }) => {
      const { samples } = decodeWav(payload as Buffer);
      return Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);
    });
    assert.ok(Number(rms[1]) < 0.3 * Number(rms[0]), `speech under the noise is gone: ${rms.join()}`);
    assert.equal(withLoud.noiseProfile, loud);
  });

  it('shows how noisy the recording was', async () => {
    await start();
    await gated(syntheticWav(NOISY));
    const [busy, done] = flow.statuses('n');
    assert.deepEqual([busy?.fill, done?.fill], ['blue', 'green']);
    assert.match(done?.text ?? '', /^SNR \d+ dB/);
  });
});
