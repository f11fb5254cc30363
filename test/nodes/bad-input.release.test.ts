import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { syntheticMel } from '../support/mels';
import { CAUGHT, startFlow, stopFlow, type FlowNode, type RunningFlow } from '../support/node-red';
import { oddWav } from '../support/odd-wavs';
import { syntheticWav } from '../support/synthetic-speech';
import { lenient, userModels, type UserModels } from '../support/user-models';
import { MEL, NOISE, SCORE, VAD } from './all-nodes';

const GOOD = syntheticWav({ seed: 2 });
const PCM = GOOD.subarray(44);

/** Full scale, up and down 200 times a second. */
const SQUARE = Buffer.alloc(32000);
for (let i = 0; i < 16000; i++) SQUARE.writeInt16LE(i % 80 < 40 ? 32767 : -32768, 2 * i);

/** Speech through an amplifier that knows full scale up and down, and silence where there was none. */
const OVERDRIVEN = Buffer.alloc(PCM.length);
for (let at = 0; at < PCM.length; at += 2) {
  const sample = PCM.readInt16LE(at);
  OVERDRIVEN.writeInt16LE(Math.abs(sample) < 300 ? sample : sample > 0 ? 32767 : -32768, at);
}

/** Ten minutes of speech. */
const LONG = Buffer.alloc(2 * 16000 * 600, PCM);

const NANS = Buffer.alloc(4 * 8000);
for (let i = 0; i < 8000; i++) NANS.writeFloatLE(i % 7 === 0 ? NaN : 0.1, 4 * i);

const ERRORS: Record<string, readonly [payload: unknown, code: RegExp]> = {
  'nothing at all': [undefined, /^PRON_NOT_AUDIO$/],
  'an empty Buffer': [Buffer.alloc(0), /^PRON_NOT_AUDIO$/],
  'a text': ['RIFF', /^PRON_NOT_AUDIO$/],
  'a Buffer with a text': [Buffer.from('Good morning, this is no audio at all. '.repeat(5)), /^PRON_NOT_AUDIO$/],
  'a WAV cut off inside its header': [GOOD.subarray(0, 30), /^PRON_BAD_WAV$/],
  'a WAV with rate 0': [oddWav({ sampleRate: 0 }), /^PRON_BAD_WAV$/],
  'a WAV without channels': [oddWav({ channels: 0 }), /^PRON_BAD_WAV$/],
  'a WAV of 17 bits': [oddWav({ bits: 17 }), /^PRON_BAD_WAV$/],
  'ADPCM': [oddWav({ format: 2, bits: 4 }), /^PRON_BAD_WAV$/],
  'more than ten minutes': [oddWav({ sampleRate: 8000, bits: 8, data: Buffer.alloc(8000 * 601, 128) }), /^PRON_AUDIO_TOO_LONG$/],
};

/** What is a WAV, if an odd one, goes through the whole chain; its end is an error or a verdict. */
const ODD: Record<string, readonly [payload: Buffer, end: RegExp]> = {
  'a WAV cut off in the middle of a sample': [GOOD.subarray(0, GOOD.length - 20001), /^\d/],
  'a header with lengths of 0': [oddWav({ data: PCM, riffLength: 0, dataLength: 0 }), /^\d/],
  'a header with lengths of 0x80000024': [oddWav({ data: PCM, riffLength: 0x80000024, dataLength: 0x80000000 }), /^\d/],
  'a single sample': [oddWav({ data: Buffer.from([1, 0]) }), /^no-speech$/],
  'no sample': [oddWav({ data: Buffer.alloc(0) }), /^PRON_BAD_WAV$/],
  'NaN samples': [oddWav({ format: 3, bits: 32, data: NANS }), /^PRON_BAD_WAV$/],
  'all zeros': [oddWav({ data: Buffer.alloc(64000) }), /^no-speech$/],
  'a full-scale square wave': [oddWav({ data: SQUARE }), /^no-speech$/],
  'speech driven into a full-scale square wave': [oddWav({ data: OVERDRIVEN }), /^clipped$/],
  'ten minutes of silence': [oddWav({ sampleRate: 8000, bits: 8, data: Buffer.alloc(8000 * 600, 128) }), /^no-speech$/],
  'ten minutes of speech': [oddWav({ data: LONG }), /^PRON_AUDIO_TOO_LONG$/],
};

describe('Bad input', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  let models: UserModels;
  before(() => {
    models = userModels();
    models.add('lenient', (manifest) => {
      const changed = lenient(manifest);
      return { ...changed, verdict: { ...changed.verdict, maxClippedShare: manifest.verdict.maxClippedShare } };
    });
  });
  after(() => models.remove());

  const OUTPUTS = ['scored', 'refused'];
  const collectors = (ids: readonly string[]): FlowNode[] => ids.map((id) => ({ id, type: 'helper' }));
  const scoreNode = (settings = {}): FlowNode =>
    ({ id: 'score', type: 'pron-score', model: 'lenient', waitSeconds: 2, ...settings, wires: OUTPUTS.map((id) => [id]) });
  const chain: readonly FlowNode[] = [
    { id: 'noise', type: 'pron-noise', wires: [['vad']] },
    { id: 'vad', type: 'pron-vad', wires: [['mel']] },
    { id: 'mel', type: 'pron-mel', picture: 'magma', wires: [['score']] },
  ];
  const reference = { payload: syntheticMel({ seed: 1 }), pronunciation: { role: 'reference' } };

  /** A score, a verdict or the code of an error: whatever comes first. */
  const end = async (): Promise<string> => {
    const msg = await flow.next(...OUTPUTS, CAUGHT);
    return 'error' in msg && msg.error !== undefined ? msg.error.code : String(msg.payload);
  };

  describe('to one node', () => {
    before(async () => {
      const types = ['noise', 'vad', 'mel'];
      const nodes = types.map((name) => ({ id: name, type: `pron-${name}`, wires: [[`${name}-out`]] }));
      const outs = collectors(types.map((name) => `${name}-out`));
      flow = await startFlow([NOISE, VAD, MEL], [...nodes, ...outs], { userDir: models.userDir });
    });
    after(stopFlow);

    for (const [name, [payload, code]] of Object.entries(ERRORS)) {
      it(`is one clear error: ${name}`, async () => {
        for (const id of ['noise', 'vad', 'mel']) {
          flow.send(id, { payload });
          const { error, payload: kept } = await flow.next(CAUGHT);
          assert.match(error.code, code);
          assert.equal(error.source.id, id);
          assert.match(error.message, /^[A-Z].*\.$/s);
          assert.deepEqual(kept, payload, 'the Catch node sees the message as it came');
          flow.send(id, { payload: GOOD });
          await flow.next(`${id}-out`);
          assert.deepEqual(flow.waiting(CAUGHT), []);
        }
      });
    }

    for (const [name, profile, code] of [
      ['that is no Buffer', 'hiss.wav', /^PRON_BAD_SETTING$/],
      ['that is no WAV', Buffer.from('hiss'.repeat(30)), /^PRON_NOT_AUDIO$/],
    ] as const) {
      it(`is one clear error: a noise profile ${name}`, async () => {
        flow.send('noise', { payload: GOOD, noiseProfile: profile });
        assert.match((await flow.next(CAUGHT)).error.code, code);
        flow.send('noise', { payload: GOOD, noiseProfile: GOOD });
        await flow.next('noise-out');
      });
    }
  });

  describe('to the whole chain', () => {
    before(async () => {
      const nodes = [...chain, scoreNode(), ...collectors(OUTPUTS)];
      flow = await startFlow([NOISE, VAD, MEL, SCORE], nodes, { userDir: models.userDir });
      flow.send('score', reference);
    });
    after(stopFlow);

    for (const [name, [payload, expected]] of Object.entries(ODD)) {
      it(`ends in one error or verdict: ${name}`, async () => {
        flow.send('noise', { payload });
        assert.match(await end(), expected);
        flow.send('noise', { payload: GOOD });
        assert.match(await end(), /^\d/, 'the next good message is scored');
      });
    }
  });

  describe('to the score node', () => {
    before(async () => {
      flow = await startFlow([SCORE], [scoreNode({ waitSeconds: 0.3 }), ...collectors(OUTPUTS)], { userDir: models.userDir });
    });
    after(stopFlow);
    const good = syntheticMel({ seed: 2 });
    const works = async (): Promise<void> => {
      flow.send('score', reference);
      flow.send('score', { payload: good });
      assert.match(await end(), /^\d/);
    };

    it('is one clear error: a learner without a reference', async () => {
      flow.send('score', { payload: good });
      assert.equal(await end(), 'PRON_NO_REFERENCE');
      await works();
    });

    it('is nothing but kept: a reference alone', async () => {
      flow.send('score', { ...reference, pronunciation: { role: 'reference', session: 'alone' } });
      await sleep(400);
      assert.deepEqual([...OUTPUTS, CAUGHT].flatMap((id) => flow.waiting(id)), []);
      await works();
    });

    const data = (change: (data: Float32Array) => void): Float32Array => {
      const copy = good.data.slice();
      change(copy);
      return copy;
    };
    for (const [name, payload] of Object.entries({
      'a WAV instead of a mel': GOOD,
      'a text instead of a mel': 'mel',
      'nothing': undefined,
      'a mel with too few values': { ...good, frames: good.frames + 1 },
      'a mel with values that are no numbers': { ...good, data: data((values) => values.fill(NaN, 5, 6)) },
      'a mel without parameters': { ...good, parameters: undefined },
    })) {
      it(`is one clear error: ${name}`, async () => {
        for (const role of ['learner', 'reference']) {
          flow.send('score', { payload, pronunciation: { role } });
          const { error } = await flow.next(CAUGHT);
          assert.equal(error.code, 'PRON_NOT_MEL');
        }
        await works();
      });
    }

    it('is one clear error: a mel with other parameters', async () => {
      const payload = { ...good, parameters: { ...good.parameters, preEmphasis: 0, picture: 'gray' } };
      flow.send('score', { payload });
      const { error } = await flow.next(CAUGHT);
      assert.equal(error.code, 'PRON_FEATURES_DIFFER');
      assert.match(error.message, /preEmphasis 0 instead of 0\.97(?!.*picture)/);
      await works();
    });

    it('is one clear error: a reference without speech', async () => {
      flow.send('score', { payload: { ...good, data: new Float32Array(0), frames: 0 }, pronunciation: { role: 'reference', session: 'x' } });
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_EMPTY_REFERENCE');
      await works();
    });

    it('is a verdict: a learner without speech', async () => {
      flow.send('score', reference);
      flow.send('score', { payload: { ...good, data: new Float32Array(0), frames: 0 } });
      assert.equal(await end(), 'no-speech');
      await works();
    });

    it('is one clear error: more than two minutes', async () => {
      const frames = 100 * 121;
      flow.send('score', { payload: { ...good, frames, data: new Float32Array(frames * good.bands) } });
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_AUDIO_TOO_LONG');
      await works();
    });
  });

  describe('to the score node, from its model', () => {
    afterEach(stopFlow);
    const load = async (model: string): Promise<void> => {
      const node = scoreNode({ model });
      flow = await startFlow([SCORE], [node, ...collectors(OUTPUTS)], { userDir: models.userDir });
    };
    it('is one clear error: a model that is missing', async () => {
      await load('late');
      for (const msg of [reference, { payload: syntheticMel({ seed: 2 }) }]) {
        flow.send('score', msg);
        assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_MODEL_MISSING');
      }
      models.add('late', lenient);
      flow.send('score', reference);
      flow.send('score', { payload: syntheticMel({ seed: 2 }) });
      assert.match(await end(), /^\d/);
    });

    for (const [name, content] of [['truncated', 'half'], ['no ONNX at all', 'text'], ['gone', 'missing']] as const) {
      it(`is one clear error: a model file that is ${name}`, async () => {
        const model = `broken-${content}`;
        models.add(model, lenient);
        const file = models.file(model, 'encoder');
        const whole = readFileSync(file);
        if (content === 'missing') rmSync(file);
        else writeFileSync(file, content === 'half' ? whole.subarray(0, Math.floor(whole.length / 2)) : 'no model');
        await load(model);
        flow.send('score', reference);
        flow.send('score', { payload: syntheticMel({ seed: 2 }) });
        assert.equal(await end(), 'PRON_MODEL_BROKEN');
        writeFileSync(file, whole);
        flow.send('score', { payload: syntheticMel({ seed: 2 }) });
        assert.match(await end(), /^\d/);
      });
    }
  });
});
