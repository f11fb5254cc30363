import assert from 'node:assert/strict';

import { PNG } from 'pngjs';

import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import type { Contour } from '../../pipeline/facts';
import type { MelSpectrogram } from '../../pipeline/types';
import { CAUGHT, startFlow, stopFlow, type Received, type RunningFlow } from '../support/node-red';
import { syntheticWav, wavOfSamples } from '../support/synthetic-speech';
import { userModels, type UserModels } from '../support/user-models';
import { MEL } from './all-nodes';

describe('The mel node', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  let models: UserModels;
  before(() => {
    models = userModels();
  });
  after(() => models.remove());
  const start = async (settings = {}): Promise<void> => {
    const node = { id: 'n', type: 'pron-mel', ...settings, wires: [['out']] };
    flow = await startFlow([MEL], [node, { id: 'out', type: 'helper' }], { userDir: models.userDir });
  };
  const melOf = async (payload: Buffer, more = {}): Promise<Received & { payload: MelSpectrogram }> => {
    flow.send('n', { payload, ...more });
    return (await flow.next('out')) as Received & { payload: MelSpectrogram };
  };
  afterEach(stopFlow);

  it('sends what the default model needs', async () => {
    await start();
    const { payload, image } = await melOf(syntheticWav({ leadSeconds: 0.5 }));
    assert.ok(payload.data instanceof Float32Array);
    assert.equal(payload.data.length, payload.bands * payload.frames);
    assert.equal(payload.data.buffer.byteLength, payload.data.byteLength, 'no view over a larger buffer');
    assert.deepEqual(payload.parameters, DEFAULT_FEATURES);
    assert.ok(payload.startMs > 300 && payload.startMs < 600, `trimmed at ${payload.startMs} ms`);
    assert.equal(image, undefined);
  });

  it('adds pitch and level over time to the facts of the recording', async () => {
    await start();
    const { pronunciation } = await melOf(syntheticWav({ leadSeconds: 0.5 }));
    const { hopMs, hz, db } = pronunciation['contour'] as Contour;
    assert.deepEqual([hopMs, hz.length], [10, db.length]);
    assert.ok(hz.slice(0, 40).every((value) => value === null), 'silence has no pitch');
    assert.ok(hz.some((value) => value !== null && value > 60 && value < 400), String(hz));
  });

  it('gives the same numbers at every sample rate that holds them', async () => {
    await start();
    const [low, high] = [await melOf(syntheticWav({ sampleRate: 16000 })), await melOf(syntheticWav({ sampleRate: 48000 }))];
    assert.ok(Math.abs(low.payload.frames - high.payload.frames) <= 3);
  });

  it('takes its parameters from a model by name, and sees at once that the model was exchanged', async () => {
    models.add('narrow', (manifest) => ({ ...manifest, features: { ...manifest.features, bands: 32 } }));
    await start({ model: 'narrow' });
    assert.equal((await melOf(syntheticWav())).payload.bands, 32);
    models.add('narrow', (manifest) => ({ ...manifest, features: { ...manifest.features, bands: 24 } }));
    assert.equal((await melOf(syntheticWav())).payload.bands, 24);
  });

  it('names a model that is missing and those that there are', async () => {
    await start({ model: 'nobody' });
    flow.send('n', { payload: syntheticWav() });
    const { error } = await flow.next(CAUGHT);
    assert.equal(error.code, 'PRON_MODEL_MISSING');
    assert.match(error.message, /nobody.*default/);
    models.add('nobody');
    assert.equal((await melOf(syntheticWav())).payload.bands, DEFAULT_FEATURES.bands);
  });

  it('takes its parameters from the dialog', async () => {
    const own = {
      source: 'own', sampleRate: '8000', fftSize: '256', windowLength: 200, hopLength: '80', bands: 20, fMin: 0, fMax: 4000,
      melScale: 'slaney', melNorm: 'slaney', preEmphasis: 0, trim: false, rmsNormalise: false, scale: 'db', topDb: 60,
    };
    await start(own);
    const { payload } = await melOf(syntheticWav());
    const { source: _source, trim: _trim, ...same } = own;
    const numbers = { ...same, sampleRate: 8000, fftSize: 256, hopLength: 80, trimDb: null };
    assert.deepEqual(payload.parameters, { ...DEFAULT_FEATURES, ...numbers });
    assert.equal(payload.frames, 1 + Math.floor((2.1 * 8000) / 80));
    assert.equal(Math.max(...payload.data), 0);
    assert.equal(Math.min(...payload.data), -60);
  });

  for (const [picture, red] of [['gray', false], ['magma', true]] as const) {
    it(`draws a picture (${picture}) with low frequencies at the bottom`, async () => {
      await start({ picture, pictureHeight: 40, pictureWidth: 60 });
      const tone = new Float32Array(16000).map((_, i) => 0.3 * Math.sin((2 * Math.PI * 200 * i) / 16000));
      const { image, payload } = await melOf(wavOfSamples(tone));
      assert.equal(payload.parameters.picture, picture);
      const { width, height, data } = PNG.sync.read(image);
      assert.deepEqual([width, height], [60, 40]);
      const brightness = (row: number): number => [0, 1, 2].reduce((sum, c) => sum + (data[(row * width + 30) * 4 + c] ?? 0), 0);
      const rows = Array.from({ length: height }, (_, row) => brightness(row));
      assert.ok(rows.indexOf(Math.max(...rows)) > 30, 'a low tone is low in the picture');
      const coloured = [...Array(width * height).keys()].some((i) => data[4 * i] !== data[4 * i + 2]);
      assert.equal(coloured, red);
    });
  }

  it('measures level and noise where no stage before has done so', async () => {
    await start();
    const { pronunciation } = await melOf(syntheticWav());
    assert.ok(pronunciation.level && pronunciation.noise);
    assert.deepEqual([pronunciation.role, pronunciation.sampleRate, pronunciation.durationMs], ['learner', 16000, 2100]);
  });

  it('passes on the same message with the facts of earlier stages', async () => {
    await start();
    const pronunciation = { role: 'reference', level: { peakDb: -1, rmsDb: -2, clippedShare: 0 }, noise: { snrDb: 5, light: 'red' }, words: [] };
    const msg = { payload: syntheticWav(), topic: 't', pronunciation };
    flow.send('n', msg);
    const out = await flow.next('out');
    const { bands, frames } = out.payload as MelSpectrogram;
    assert.equal(out, msg);
    assert.equal(out.topic, 't');
    const { recording, contour, ...facts } = out.pronunciation;
    assert.deepEqual(facts, pronunciation);
    assert.ok(contour !== undefined);
    assert.equal(recording?.role, 'reference');
    assert.equal(flow.statuses('n').at(-1)?.text, `${bands} × ${frames}`);
  });

  it('keeps the order of its messages', async () => {
    await start();
    const lengths = [2, 0.5, 1, 0.25];
    for (const seconds of lengths) flow.send('n', { payload: syntheticWav({ seconds }), topic: seconds });
    const topics: unknown[] = [];
    for (const _ of lengths) topics.push((await flow.next('out')).topic);
    assert.deepEqual(topics, lengths);
  });
});
