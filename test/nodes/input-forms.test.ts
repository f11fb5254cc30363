import assert from 'node:assert/strict';

import { syntheticMel } from '../support/mels';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { syntheticWav } from '../support/synthetic-speech';
import { lenient, userModels, type UserModels } from '../support/user-models';
import { SCORE, VAD } from './all-nodes';

const WAV = syntheticWav({ seed: 2 });
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('Messages in the forms of other nodes and systems', function () {
  this.timeout(60_000);
  let flow: RunningFlow;
  let models: UserModels;
  before(async () => {
    models = userModels();
    models.add('lenient', lenient);
    flow = await startFlow([VAD, SCORE], [
      { id: 'vad', type: 'pron-vad', wires: [['out']] },
      { id: 'score', type: 'pron-score', model: 'lenient', wires: [['scored'], ['scored']] },
      ...['out', 'scored'].map((id) => ({ id, type: 'helper' })),
    ], { userDir: models.userDir });
  });
  after(async () => {
    await stopFlow();
    models.remove();
  });

  const vadded = async (msg: object) => {
    flow.send('vad', msg);
    const out = await flow.next('out', CAUGHT);
    await flow.next(COMPLETED, CAUGHT).catch(() => undefined);
    return out;
  };

  for (const [form, msg] of Object.entries({
    'a Buffer through JSON': { payload: json(WAV) },
    'an ArrayBuffer': { payload: new Uint8Array(WAV).buffer },
    'base64': { payload: WAV.toString('base64') },
    'an envelope of JSON': { payload: JSON.stringify({ pronunciation: { role: 'reference', session: 'a' }, payload: WAV.toString('base64') }) },
    'bytes with the user properties of MQTT': { payload: WAV, userProperties: { role: 'reference', session: 'a' } },
  })) {
    it(`are as good as a Buffer: ${form}`, async () => {
      const isReference = 'userProperties' in msg || (typeof msg.payload === 'string' && msg.payload.startsWith('{'));
      const { payload } = await vadded({ payload: WAV });
      const out = await vadded(msg);
      assert.deepEqual(out.payload, payload);
      const { role, session } = out.pronunciation;
      assert.deepEqual([role, session], isReference ? ['reference', 'a'] : ['learner', undefined]);
    });
  }

  it('are one error for all pieces of a file, and nothing is scored', async () => {
    const piece = (index: number, more: object = {}) => ({ payload: WAV.subarray(index * 20_000, (index + 1) * 20_000), parts: { id: 'f', type: 'buffer', index, ...more } });
    for (const msg of [piece(0), piece(1), piece(2, { count: 3 }), { parts: { id: 'f', type: 'buffer', index: 3, count: 3 } }]) flow.send('vad', msg);
    const { error } = await flow.next(CAUGHT);
    assert.equal(error.code, 'PRON_AUDIO_PIECE');
    assert.match(error.message, /"a single Buffer object"/);
    for (let i = 0; i < 3; i++) await flow.next(COMPLETED);
    assert.deepEqual([...flow.waiting('out'), ...flow.waiting(CAUGHT)], []);
    flow.send('vad', { ...piece(0), parts: { id: 'g', type: 'buffer', index: 0 } });
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_AUDIO_PIECE', 'another file is another error');
  });

  it('are whole recordings where a node has put the pieces together, or split something else', async () => {
    for (const parts of [
      { id: 'f', type: 'buffer', index: 2, count: 3 }, { id: 'f', type: 'buffer', index: 0, count: 1 }, { id: 'f', type: 'buffer', index: 0 },
      { id: 'f', type: 'string', index: 0, count: 3 }, { id: 'f', type: 'array', index: 0, count: 3 }, 'parts',
    ]) {
      assert.ok(Buffer.isBuffer((await vadded({ payload: WAV, parts })).payload));
    }
  });

  for (const [form, payload, code] of [
    ['samples without a header', new Float32Array(16000), 'PRON_AUDIO_SAMPLES'],
    ['a WAV that was read as text', WAV.toString('utf8'), 'PRON_AUDIO_AS_TEXT'],
    ['a text', 'Good morning', 'PRON_NOT_AUDIO'],
  ] as const) {
    it(`are a sentence that says what to do: ${form}`, async () => {
      flow.send('vad', { payload });
      const { error } = await flow.next(CAUGHT);
      assert.equal(error.code, code);
    });
  }

  it('are scored where a mel-spectrogram went through JSON', async () => {
    const mel = syntheticMel({ seed: 1 });
    flow.send('score', { payload: mel, pronunciation: { role: 'reference' } });
    flow.send('score', { payload: syntheticMel({ seed: 2 }) });
    const { payload } = await flow.next('scored');
    for (const other of [json(syntheticMel({ seed: 2 })), { ...syntheticMel({ seed: 2 }), data: [...syntheticMel({ seed: 2 }).data] }]) {
      flow.send('score', { payload: json(mel), pronunciation: { role: 'reference' } });
      flow.send('score', { payload: other });
      assert.equal((await flow.next('scored')).payload, payload);
    }
  });

  it('are no mel where JSON has lost a number', async () => {
    const mel = syntheticMel({ seed: 1 });
    mel.data[7] = NaN;
    for (const role of ['reference', 'learner']) {
      flow.send('score', { payload: json(mel), pronunciation: { role } });
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_NOT_MEL');
    }
  });
});
