import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import { PNG } from 'pngjs';

import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import type { Prosody } from '../../pipeline/prosody/prosody';
import { scoreFromDistance } from '../../pipeline/siamese/score';
import { syntheticMel } from '../support/mels';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { lenient, suspicious, userModels, type UserModels } from '../support/user-models';
import { SCORE } from './all-nodes';

const REFERENCE = syntheticMel({ seed: 1 });
const LEARNER = syntheticMel({ seed: 2 });

const reference = (more = {}) => ({ payload: REFERENCE, pronunciation: { role: 'reference', ...more } });
const learner = (more = {}) => ({ payload: LEARNER, pronunciation: { ...more } });

describe('The score node', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  let models: UserModels;
  before(() => {
    models = userModels();
    models.add('lenient', lenient);
    models.add('suspicious', suspicious);
    models.add('demanding', (manifest) => ({ ...manifest, verdict: { ...manifest.verdict, minSnrDb: 40 } }));
    models.add('other', (manifest) => ({ ...lenient(manifest), features: { ...manifest.features, hopLength: 128, fMin: 60 } }));
  });
  after(() => models.remove());
  const start = async (settings = {}, language = 'en-US'): Promise<void> => {
    const node = { id: 'n', type: 'pron-score', model: 'lenient', waitSeconds: 5, ...settings, wires: [['scored'], ['refused']] };
    const collectors = ['scored', 'refused'].map((id) => ({ id, type: 'helper' }));
    flow = await startFlow([SCORE], [node, ...collectors], { userDir: models.userDir, language });
  };
  const texts = (): (string | undefined)[] => flow.statuses('n').map(({ text }) => text);
  afterEach(stopFlow);

  it('keeps a reference, says so, and sends a learner\'s score on the first output', async () => {
    await start();
    flow.send('n', reference());
    await flow.next(COMPLETED);
    assert.deepEqual(texts(), ['reference ready']);
    assert.deepEqual(flow.waiting('scored'), []);
    const msg = { ...learner({ session: 'default', own: 1 }), topic: 't', mine: [1] };
    flow.send('n', msg);
    const out = await flow.next('scored');
    assert.equal(out, msg);
    const { payload, topic, mine, pronunciation } = out;
    assert.deepEqual([topic, mine, pronunciation.own], ['t', [1], 1]);
    const { score } = pronunciation;
    assert.ok(typeof payload === 'number' && payload >= 0 && payload <= 100);
    assert.equal(score.verdict, 'scored');
    assert.equal(score.value, scoreFromDistance(Number(score.distance)));
    assert.equal(payload, Math.round(10 * score.value) / 10);
    assert.equal(score.model, 'lenient');
    assert.ok(['native', 'wasm'].includes(score.backend));
    assert.ok(score.ms > 0);
    assert.ok(score.frames.hopMs > 0 && score.frames.startMs === LEARNER.startMs);
    assert.ok(Math.abs(score.frames.distance.length * score.frames.hopMs - LEARNER.frames * 10) <= 2 * score.frames.hopMs);
    assert.match(score.message, /^[A-Z].*\.$/);
    await flow.next(COMPLETED);
    await sleep(20);
    assert.deepEqual([flow.waiting('refused'), flow.waiting(COMPLETED), flow.waiting(CAUGHT)], [[], [], []]);
    assert.match(texts().at(-1) ?? '', /^\d+(\.\d)? points/);
  });

  for (const [verdict, model, facts, message] of [
    ['no-speech', 'lenient', { speech: null }, /Speak/],
    ['too-quiet', 'default', { level: { peakDb: -70, rmsDb: -85, clippedShare: 0 } }, /louder/],
    ['clipped', 'default', { level: { peakDb: 0, rmsDb: -3, clippedShare: 0.9 } }, /back/],
    ['too-noisy', 'demanding', { noise: { snrDb: 30, light: 'green' } }, /quieter/],
    ['wrong-sentence', 'suspicious', {}, /same sentence/],
  ] as const) {
    it(`refuses with "${verdict}" on the second output and says what to do`, async () => {
      await start({ model });
      flow.send('n', reference());
      flow.send('n', learner(facts));
      const { payload, pronunciation } = await flow.next('refused');
      assert.equal(payload, verdict);
      const { score } = pronunciation;
      assert.deepEqual([score.verdict, score.value, score.tier], [verdict, null, null]);
      assert.match(score.message, message);
      assert.deepEqual(flow.waiting('scored'), []);
      const status = flow.statuses('n').at(-1);
      assert.deepEqual([status?.fill, status?.shape, status?.text?.startsWith(verdict.replace('-', ' '))], ['yellow', 'ring', true]);
    });
  }

  it('adds melody and pace where both recordings have a contour, and none to a refused one', async () => {
    await start();
    const moments = Math.floor(LEARNER.frames);
    const contour = (hz: number) => ({ hopMs: 10, hz: new Array<number>(moments).fill(hz), db: new Array<number>(moments).fill(-20) });
    const withContour = (msg: object, hz: number): object => {
      const { pronunciation } = msg as { readonly pronunciation?: object };
      return { ...msg, pronunciation: { ...pronunciation, contour: contour(hz) } };
    };
    flow.send('n', withContour(reference(), 120));
    flow.send('n', withContour(learner(), 240));
    const { prosody } = (await flow.next('scored')).pronunciation as { readonly prosody?: Prosody };
    assert.deepEqual([prosody?.reference.medianHz, prosody?.learner.medianHz, prosody?.learner.end, prosody?.unit], [120, 240, 'level', 'nucleus']);
    flow.send('n', learner());
    assert.equal((await flow.next('scored')).pronunciation['prosody'], undefined, 'without a contour');
    const tooQuiet = withContour(learner(), 240) as { readonly pronunciation: object };
    flow.send('n', { ...tooQuiet, pronunciation: { ...tooQuiet.pronunciation, speech: null } });
    assert.equal((await flow.next('refused')).pronunciation['prosody'], undefined, 'refused');
  });

  it('gives the reference\'s words their scores and the learner\'s times, and waits with them for the learner', async () => {
    await start();
    const words = [{ text: 'one', startMs: 100, endMs: 500 }, { text: 'two', startMs: 500, endMs: 1500 }];
    flow.send('n', learner({ words: [{ text: 'mine', startMs: 0, endMs: 9 }] }));
    flow.send('n', reference({ words: [...words, { text: 'no times' }, 'none'] }));
    const { pronunciation } = await flow.next('scored');
    const scored = pronunciation.score.words;
    assert.deepEqual(scored.map(({ text }) => text), ['one', 'two']);
    for (const { score, startMs, endMs } of scored) {
      assert.ok(score >= 0 && score <= 100);
      assert.ok(startMs >= LEARNER.startMs && startMs < endMs);
    }
    assert.deepEqual(pronunciation.words, [{ text: 'mine', startMs: 0, endMs: 9 }], 'what the message said of itself');
    flow.send('n', reference({ words: 'none' }));
    flow.send('n', learner());
    assert.deepEqual((await flow.next('scored')).pronunciation.score.words, []);
  });

  it('sends the pair picture where it is wanted, and leaves another picture alone where it is not', async () => {
    await start({ pairPicture: true });
    flow.send('n', reference());
    flow.send('n', { ...learner(), image: 'mine' });
    const { image, pronunciation } = await flow.next('scored');
    assert.ok(Buffer.isBuffer(image) && image.length === image.buffer.byteLength);
    const { width, height } = PNG.sync.read(image);
    assert.ok(Math.abs(width - 2 * LEARNER.frames) <= 1 && height > 200);
    assert.ok(!('image' in pronunciation.score));
    await stopFlow();
    await start();
    flow.send('n', reference());
    flow.send('n', { ...learner(), image: 'mine' });
    assert.equal((await flow.next('scored')).image, 'mine');
  });

  it('speaks to the learner in the language of the runtime', async () => {
    await start({}, 'ko');
    flow.send('n', reference());
    flow.send('n', learner({ speech: null }));
    const { payload, pronunciation } = await flow.next('refused');
    assert.equal(payload, 'no-speech');
    assert.match(pronunciation.score.message, /말소리가 들리지 않았습니다/);
    assert.deepEqual(texts(), ['기준 음성 준비됨', '비교 중', '말소리 없음']);
  });

  it('says how to say the sound that the ear is surest was said as another one', async () => {
    await start();
    flow.send('n', reference());
    const word = { text: '까지', startMs: 0, endMs: 400, error: 'none' };
    const hint = { word: 0, syllable: 0, expected: '까', said: '가', contrast: 'tense', confidence: 0.95 };
    const heard = { text: '가지', completeness: 1, words: [word], insertions: [], hints: [{ ...hint, contrast: 'lax', confidence: 0.9 }, hint] };
    flow.send('n', learner({ heard }));
    assert.match((await flow.next('scored')).pronunciation.score.message, /^"까" sounded like "가": hold your breath/);
    flow.send('n', learner({ heard: { ...heard, words: [{ ...word, error: 'omission' }] } }));
    assert.match((await flow.next('scored')).pronunciation.score.message, /was missing/);
  });

  it('gives the tier of the user\'s list, with its name as the message', async () => {
    await start({ tiers: [{ from: 0, name: 'all: of you', colour: 'orange' }, { from: 100, name: 'perfect', colour: 'green' }] });
    flow.send('n', reference());
    flow.send('n', learner());
    const { score } = (await flow.next('scored')).pronunciation;
    const expected = score.value === 100 ? 'perfect' : 'all: of you';
    assert.deepEqual([score.tier?.name, score.message], [expected, expected]);
    Object.assign(score.tier ?? {}, { name: 'spoilt' });
    flow.send('n', learner());
    assert.equal((await flow.next('scored')).pronunciation.score.tier?.name, expected, 'each message has a tier of its own');
  });

  it('sends its tiers with each score, and the tier of each word', async () => {
    const tiers = [{ from: 0, name: 'low', colour: 'red' }, { from: 101 / 2, name: 'high', colour: 'green' }];
    await start({ tiers });
    flow.send('n', reference({ words: [{ text: 'a', startMs: 0, endMs: 400 }, { text: 'b', startMs: 400, endMs: 800 }] }));
    flow.send('n', learner());
    const { score } = (await flow.next('scored')).pronunciation;
    assert.deepEqual(score.tiers, tiers);
    assert.equal(score.words.length, 2);
    for (const word of score.words) assert.equal(word.tier?.name, word.score >= 50.5 ? 'high' : 'low');
    Object.assign(score.tiers[0] ?? {}, { name: 'spoilt' });
    flow.send('n', learner());
    assert.deepEqual((await flow.next('scored')).pronunciation.score.tiers, tiers, 'each message has tiers of its own');
  });

  it('lets learners wait who come before their reference', async () => {
    await start();
    for (const topic of ['a', 'b']) flow.send('n', { ...learner(), topic });
    await sleep(100);
    assert.deepEqual(flow.waiting('scored'), []);
    assert.equal(texts().at(-1), 'awaits reference');
    flow.send('n', reference());
    assert.deepEqual([(await flow.next('scored')).topic, (await flow.next('scored')).topic], ['a', 'b']);
  });

  it('lets no learner wait for ever, and goes on afterwards', async () => {
    await start({ waitSeconds: 0.1 });
    flow.send('n', learner({ session: 'class 7' }));
    const { error } = await flow.next(CAUGHT);
    assert.equal(error.code, 'PRON_NO_REFERENCE');
    assert.match(error.message, /class 7.* 0\.1 s/);
    flow.send('n', reference({ session: 'class 7' }));
    flow.send('n', learner({ session: 'class 7' }));
    await flow.next('scored');
  });

  it('compares within a session only', async () => {
    await start();
    flow.send('n', reference({ session: 'a' }));
    flow.send('n', { ...learner({ session: 'b' }), topic: 'b' });
    flow.send('n', { ...learner({ session: 'a' }), topic: 'a' });
    assert.equal((await flow.next('scored')).topic, 'a');
    flow.send('n', reference({ session: 'b' }));
    assert.equal((await flow.next('scored')).topic, 'b');
  });

  it('compares with the newest reference', async () => {
    await start();
    flow.send('n', reference());
    flow.send('n', learner());
    const first = await flow.next('scored');
    flow.send('n', { ...reference(), payload: syntheticMel({ seed: 5, seconds: 3 }) });
    flow.send('n', learner());
    const second = await flow.next('scored');
    assert.notEqual(second.pronunciation.score.alignmentCost, first.pronunciation.score.alignmentCost);
  });

  it('keeps no more sessions than it is told', async () => {
    await start({ maxSessions: 2, waitSeconds: 0.1 });
    for (const session of ['a', 'b', 'c']) flow.send('n', reference({ session }));
    flow.send('n', learner({ session: 'a' }));
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_NO_REFERENCE');
    for (const session of ['b', 'c']) {
      flow.send('n', learner({ session }));
      await flow.next('scored');
    }
  });

  it('names the parameters in which a mel differs, of learner and reference alike', async () => {
    await start({ model: 'other' });
    for (const msg of [reference(), learner()]) {
      flow.send('n', msg);
      const { error } = await flow.next(CAUGHT);
      assert.equal(error.code, 'PRON_FEATURES_DIFFER');
      assert.match(error.message, /other: hopLength 160 instead of 128, fMin 50 instead of 60/);
    }
    const payload = syntheticMel({}, { ...DEFAULT_FEATURES, hopLength: 128, fMin: 60 });
    flow.send('n', { ...reference(), payload });
    flow.send('n', { ...learner(), payload });
    await flow.next('scored');
  });

  it('scores the same message with two models side by side', async () => {
    const node = (id: string, model: string) => ({ id, type: 'pron-score', model, waitSeconds: 5, wires: [[`${id}-scored`], [`${id}-refused`]] });
    const ids = ['a-scored', 'a-refused', 'b-scored', 'b-refused'];
    // A node before both: Node-RED then clones the message for the second of them.
    const flowNodes = [
      { id: 'before', type: 'pron-relay', wires: [['a', 'b']] }, node('a', 'lenient'), node('b', 'suspicious'),
      ...ids.map((id) => ({ id, type: 'helper' })),
    ];
    flow = await startFlow([SCORE, RELAY], flowNodes, { userDir: models.userDir });
    for (const msg of [reference(), { ...learner(), topic: 't' }]) flow.send('before', msg);
    const [a, b] = [await flow.next('a-scored'), await flow.next('b-refused')];
    assert.deepEqual([a.topic, b.topic], ['t', 't']);
    assert.deepEqual([a.pronunciation.score.model, b.pronunciation.score.model], ['lenient', 'suspicious']);
    const [one, other] = [a, b].map(({ pronunciation }) => Number(pronunciation.score.distance));
    assert.ok(Math.abs(Number(one) - Number(other)) < 1e-5, 'the clone holds the same numbers');
  });

  it('says on every message that its settings can\'t be used', async () => {
    await start({ maxSessions: 'many' });
    for (const msg of [reference(), learner()]) {
      flow.send('n', msg);
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_BAD_SETTING');
    }
  });
});

/** Passes on what it gets, as a link or a junction does. */
const RELAY = {
  type: 'pron-relay',
  register: (RED: import('node-red').NodeAPI): void => {
    RED.nodes.registerType('pron-relay', function (this: import('node-red').Node, config: import('node-red').NodeDef) {
      RED.nodes.createNode(this, config);
      this.on('input', (msg, send, done) => {
        send(msg);
        done();
      });
    });
  },
};
