import assert from 'node:assert/strict';
import type { EventEmitter } from 'node:events';

import type { NodeMessage } from 'node-red';

import { syntheticMel } from '../support/mels';
import { CAUGHT, nodeOf, startFlow, stopFlow, type Received, type RunningFlow } from '../support/node-red';
import { syntheticWav } from '../support/synthetic-speech';
import { lenient, userModels, type UserModels } from '../support/user-models';
import { GAIN, MEL, NOISE, SCORE, TIME, VAD } from './all-nodes';

const LOUD = syntheticWav({ seed: 2 });
const QUIET = syntheticWav({ seed: 3, peak: 0.003, noise: 0.00001 });
const TEACHER = syntheticWav({ seed: 1 });

/** As a wire to a second node, or a context store in files, makes it. */
const ways: Readonly<Record<string, (msg: NodeMessage) => NodeMessage>> = {
  'the same message': (msg) => msg,
  'its clone': (msg) => structuredClone(msg),
  'its facts through JSON': (msg) => ({ ...msg, pronunciation: JSON.parse(JSON.stringify(msg.pronunciation)) as unknown }),
};

describe('New audio on an old message', function () {
  this.timeout(60_000);
  let flow: RunningFlow;
  let models: UserModels;
  before(async () => {
    models = userModels();
    models.add('loud', (manifest) => {
      const { verdict } = lenient(manifest);
      return { ...manifest, verdict: { ...verdict, minRmsDb: manifest.verdict.minRmsDb } };
    });
    const stages = { gain: GAIN, noise: NOISE, vad: VAD, time: TIME, mel: MEL };
    flow = await startFlow([...Object.values(stages), SCORE], [
      ...Object.entries(stages).map(([id, { type }]) => ({ id, type, mode: id === 'time' ? 'ratio' : undefined, wires: [[`${id}-out`]] })),
      ...Object.keys(stages).map((id) => ({ id: `${id}-out`, type: 'helper' })),
      { id: 'score', type: 'pron-score', model: 'loud', waitSeconds: 5, wires: [['scored'], ['refused']] },
      ...['scored', 'refused'].map((id) => ({ id, type: 'helper' })),
    ], { userDir: models.userDir });
  });
  after(async () => {
    await stopFlow();
    models.remove();
  });
  afterEach('nothing else came', () => {
    for (const box of ['scored', 'refused', CAUGHT]) assert.deepEqual(flow.waiting(box), []);
  });

  /** Through stages, one after the other. */
  const through = async (msg: object, ...ids: string[]): Promise<Received> => {
    let out = msg as Received;
    for (const id of ids) {
      flow.send(id, out);
      out = await flow.next(`${id}-out`, CAUGHT);
    }
    return out;
  };
  const reference = (session: string, ...ids: string[]): Promise<Received> =>
    through({ payload: TEACHER, pronunciation: { role: 'reference', session, text: 'a', words: [{ text: 'a', startMs: 300, endMs: 1800 }] } }, ...ids);

  for (const [way, carried] of Object.entries(ways)) {
    it(`is judged by its own level: ${way}`, async () => {
      flow.send('score', await reference(way, 'vad', 'mel'));
      flow.send('score', await through({ payload: QUIET, pronunciation: { session: way } }, 'noise', 'vad', 'mel'));
      const refused = await flow.next('refused');
      assert.equal(refused.payload, 'too-quiet');
      const again = await through({ ...carried(refused), payload: LOUD }, 'vad', 'mel');
      const { level, noise, speech, score, session } = again.pronunciation;
      assert.ok((level?.peakDb ?? -99) > -20 && noise !== undefined && speech);
      assert.deepEqual([score, session], [undefined, way]);
      flow.send('score', again);
      assert.ok(typeof (await flow.next('scored')).payload === 'number');
    });
  }

  for (const id of ['gain', 'noise', 'vad', 'time', 'mel']) {
    it(`counts as a learner's where it comes into ${id} in a reference's message`, async () => {
      const { pronunciation } = await through({ ...(await reference(id, 'vad')), payload: LOUD }, id);
      const { role, text, session, words } = pronunciation;
      assert.deepEqual({ role, text, session, words }, { role: 'learner', text: 'a', session: id, words: undefined });
    });
  }

  it('counts as a learner\'s where a mel-spectrogram is put into a reference\'s message, and does not replace the reference', async () => {
    const msg = await reference('mels', 'vad', 'mel');
    flow.send('score', structuredClone(msg));
    flow.send('score', { ...msg, payload: syntheticMel({ seed: 4 }) });
    const { pronunciation } = await flow.next('scored');
    assert.deepEqual([pronunciation.score.words.map(({ text }) => text), pronunciation.words], [['a'], undefined]);
  });

  it('is a reference where the sender says so anew', async () => {
    const learner = await through({ payload: LOUD, pronunciation: { session: 'own' } }, 'vad');
    const changed = { ...learner, payload: TEACHER, pronunciation: { ...learner.pronunciation, role: 'reference' } };
    assert.equal((await through(changed, 'vad')).pronunciation.role, 'reference');
    const fresh = { ...learner, payload: TEACHER, pronunciation: { role: 'reference', session: 'own' } };
    assert.equal((await through(fresh, 'vad')).pronunciation.role, 'reference');
  });

  it('that is the same recording, put back from before, keeps its role', async () => {
    const before = await reference('back', 'vad');
    const wav = before.payload;
    const after = await through(structuredClone(before), 'mel');
    assert.equal((await through({ ...after, payload: wav }, 'mel')).pronunciation.role, 'reference');
  });

  it('warns once where a reference becomes a learner\'s', async () => {
    const warnings: unknown[] = [];
    await stopFlow();
    flow = await startFlow([VAD], [{ id: 'vad', type: 'pron-vad', wires: [['vad-out']] }, { id: 'vad-out', type: 'helper' }, ...['scored', 'refused'].map((id) => ({ id, type: 'helper' }))]);
    // The helper reports each call of a node's method as an event, with the call's arguments.
    const vad: EventEmitter = nodeOf('vad');
    vad.on('call:warn', (call: { readonly args: readonly unknown[] }) => warnings.push(call.args[0]));
    for (let i = 0; i < 2; i++) await through({ ...(await reference('w', 'vad')), payload: LOUD }, 'vad');
    assert.equal(warnings.length, 1);
    assert.match(String(warnings[0]), /counts as a learner's.*"role": "reference"/);
  });
});
