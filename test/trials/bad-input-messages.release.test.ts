import assert from 'node:assert/strict';

import { sleep } from '../engine/waiting';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type FlowNode, type RunningFlow } from '../support/node-red';
import { syntheticMel } from '../support/mels';
import { syntheticWav } from '../support/synthetic-speech';
import { lenient, userModels, type UserModels } from '../support/user-models';
import { MEL, SCORE, TIME, TTS, VAD } from '../nodes/all-nodes';

const WAV = syntheticWav({ seconds: 0.8 });
const MEL_OF_SPEECH = syntheticMel();
const WORD = { text: 'a', startMs: 400, endMs: 500 };

/** Deeper than any recursive copy can follow. */
function nested(): object {
  let value = {};
  for (let i = 0; i < 20_000; i++) value = { value };
  return value;
}

describe('A message that Node-RED can hardly carry', function () {
  this.timeout(30_000);
  let flow: RunningFlow;
  let models: UserModels;
  before(async () => {
    models = userModels();
    models.add('lenient', lenient);
    const collectors = ['out', 'second'].map((id): FlowNode => ({ id, type: 'helper' }));
    flow = await startFlow([VAD, TIME, MEL, SCORE, TTS], [
      { id: 'vad', type: 'pron-vad', wires: [['out']] },
      { id: 'fan-out', type: 'pron-vad', wires: [['out', 'second']] },
      { id: 'pace', type: 'pron-time', mode: 'reference', waitSeconds: 0.1, wires: [['out']] },
      { id: 'score', type: 'pron-score', model: 'lenient', wires: [['out'], ['out']] },
      { id: 'tts', type: 'pron-tts', text: '', wires: [['out']] },
      { id: 'fine-mel', type: 'pron-mel', source: 'own', hopLength: 1, bands: 512, wires: [['out']] },
      ...collectors,
    ], { userDir: models.userDir });
  });
  after(async () => {
    await stopFlow();
    models.remove();
  });
  afterEach('nothing else came, and the next good message is done', async () => {
    for (const box of ['out', 'second']) flow.waiting(box).length = 0;
    assert.deepEqual([...flow.waiting(CAUGHT), ...flow.waiting(COMPLETED)], []);
    flow.send('vad', { payload: WAV });
    await flow.next(COMPLETED);
    await flow.next('out');
  });

  const codeOf = async (id: string, msg: object): Promise<string> => {
    flow.send(id, msg);
    return (await flow.next(CAUGHT)).error.code;
  };

  for (const [name, error] of Object.entries({ 'no prototype': Object.create(null) as object, 'a name of its own for what all objects have': { hasOwnProperty: 1 } })) {
    it(`is one error though its msg.error has ${name}, and Node-RED goes on`, async () => {
      assert.equal(await codeOf('vad', { payload: 'no WAV', error }), 'PRON_NOT_AUDIO');
    });
  }

  it('is one error where it is nested too deeply to be copied for two nodes', async () => {
    assert.equal(await codeOf('fan-out', { payload: WAV, deep: nested() }), 'PRON_UNCOPYABLE');
  });

  it('has an end where it is nested too deeply to be copied for a Complete node', async () => {
    assert.equal(await codeOf('vad', { payload: WAV, deep: nested() }), 'PRON_UNCOPYABLE');
  });

  it('is not taken for a promise that would be waited for', async () => {
    flow.send('vad', { payload: WAV, then: () => undefined });
    // Not waited for: it would be taken for a promise here as well.
    while (flow.waiting(CAUGHT).length === 0) await sleep(10);
    const [caught] = flow.waiting(CAUGHT).splice(0);
    assert.equal((caught?.error as { code?: string } | undefined)?.code, 'PRON_UNCOPYABLE');
  });

  it('goes on with the words that have times moved and the others as they were', async () => {
    const words = [null, 'a', { text: 'b' }, WORD];
    flow.send('vad', { payload: WAV, pronunciation: { words } });
    await flow.next(COMPLETED);
    const { pronunciation } = await flow.next('out');
    assert.deepEqual(pronunciation.words?.slice(0, 3), words.slice(0, 3));
    assert.ok((pronunciation.words?.[3]?.startMs ?? 400) < 400);
  });

  it('is scored though its facts hold a function', async () => {
    const play = (): number => 1;
    flow.send('score', { payload: { ...MEL_OF_SPEECH, play }, pronunciation: { role: 'reference' } });
    await flow.next(COMPLETED);
    const level = { peakDb: -6, rmsDb: -20, clippedShare: 0, play };
    flow.send('score', { payload: { ...MEL_OF_SPEECH, play }, pronunciation: { level, noise: { snrDb: 30, play } } });
    await flow.next(COMPLETED);
    const { payload } = await flow.next('out');
    assert.ok(typeof payload === 'number' && payload >= 0 && payload <= 100, String(payload));
  });

  it('is no mel where a number of it is none, or none that a sound has', async () => {
    assert.equal(await codeOf('score', { payload: { ...MEL_OF_SPEECH, startMs: NaN } }), 'PRON_NOT_MEL');
    assert.equal(await codeOf('score', { payload: { ...MEL_OF_SPEECH, data: MEL_OF_SPEECH.data.map(() => 3e38) } }), 'PRON_NOT_MEL');
  });

  it('names a feature that differs though its value has no text', async () => {
    const parameters = { ...MEL_OF_SPEECH.parameters, hopLength: Object.create(null) as unknown };
    assert.equal(await codeOf('score', { payload: { ...MEL_OF_SPEECH, parameters } }), 'PRON_FEATURES_DIFFER');
  });

  it('sets a pace that can be kept where its speech is said to have no length', async () => {
    const speech = { startMs: 100, endMs: 100 };
    for (const role of ['reference', 'learner']) {
      flow.send('pace', { payload: WAV, pronunciation: { role, speech } });
      await flow.next(COMPLETED);
    }
  });

  it('is one error where the dialog names no property to say', async () => {
    assert.equal(await codeOf('tts', { payload: 'ja' }), 'PRON_BAD_SETTING');
  });

  it('is too long where its mel-spectrogram would fill the memory', async () => {
    assert.equal(await codeOf('fine-mel', { payload: syntheticWav({ seconds: 6 }) }), 'PRON_AUDIO_TOO_LONG');
  });
});
