import assert from 'node:assert/strict';

import { syntheticMel } from '../support/mels';
import { COMPLETED, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { lenient, userModels, type UserModels } from '../support/user-models';
import { SCORE } from './all-nodes';

const OWN = syntheticMel({ seed: 1 });
const OTHER = syntheticMel({ seed: 5 });

const reference = (payload = OWN, more = {}) => ({ payload, pronunciation: { role: 'reference', text: '안녕하세요', ...more } });
const learner = (payload = OWN) => ({ payload, pronunciation: {} });

describe('Several references of one text', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  let models: UserModels;
  before(() => {
    models = userModels();
    models.add('lenient', lenient);
  });
  after(() => models.remove());
  const start = async (settings = {}): Promise<void> => {
    const node = { id: 'n', type: 'pron-score', model: 'lenient', waitSeconds: 1, maxReferences: 3, ...settings, wires: [['scored'], ['refused']] };
    flow = await startFlow([SCORE], [node, ...['scored', 'refused'].map((id) => ({ id, type: 'helper' }))], { userDir: models.userDir });
  };
  const keep = async (...references: object[]): Promise<void> => {
    for (const each of references) {
      flow.send('n', each);
      await flow.next(COMPLETED);
    }
  };
  const scored = async () => {
    flow.send('n', learner());
    const { score } = (await flow.next('scored')).pronunciation;
    await flow.next(COMPLETED);
    return score;
  };
  afterEach(stopFlow);

  it('stay beside one another, and the nearest counts', async () => {
    await start();
    await keep(reference(OWN, { voice: 'ko' }), reference(OTHER, { voice: 'ko+f3', text: ' 안녕하세요\n' }));
    assert.deepEqual(flow.statuses('n').at(-1)?.text, '2 references ready');
    const score = await scored();
    assert.deepEqual(score.reference, { place: 1, of: 2, voice: 'ko' });
    assert.ok(Number(score.distance) < 0.3, 'the learner is that voice');
    await keep(reference(OTHER, { voice: 'ko' }));
    const replaced = await scored();
    assert.deepEqual([replaced.reference?.of, Number(replaced.distance) > Number(score.distance)], [2, true]);
  });

  it('give each word the score of the reference that it is nearest to', async () => {
    const words = [{ text: 'one', startMs: 100, endMs: 500 }, { text: 'two', startMs: 500, endMs: 1500 }];
    await start();
    await keep(reference(OTHER, { words, voice: 'a' }));
    const alone = (await scored()).words.map(({ score }) => score);
    await keep(reference(OWN, { words, voice: 'b' }));
    const together = (await scored()).words.map(({ score }) => score);
    assert.ok(together.every((score, i) => score >= (alone[i] as number)) && together.some((score, i) => score > (alone[i] as number)));
  });

  it('go with another text, and with a reference of which nobody knows the text', async () => {
    await start();
    for (const replacing of [reference(OTHER, { text: '안녕히 가세요' }), reference(OTHER, { text: undefined })]) {
      await keep(reference(OWN), replacing);
      assert.equal((await scored()).reference?.of, 1);
    }
    await keep(reference(OTHER, { text: undefined }));
    assert.equal((await scored()).reference?.of, 1);
  });

  it('are not kept twice, and the oldest goes', async () => {
    await start();
    await keep(reference(OWN), reference(OWN));
    assert.equal((await scored()).reference?.of, 1);
    await keep(...[6, 7, 8].map((seed) => reference(syntheticMel({ seed }))));
    assert.equal((await scored()).reference?.of, 3);
  });

  it('are not kept unless the user wants it', async () => {
    await start({ maxReferences: undefined });
    await keep(reference(OWN, { voice: 'ko' }), reference(OTHER, { voice: 'ko+f3' }));
    assert.deepEqual((await scored()).reference, { place: 0, of: 1, voice: 'ko+f3' });
  });
});
