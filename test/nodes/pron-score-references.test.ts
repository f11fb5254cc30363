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

  describe('that are the takes of one teacher', () => {
    const takeOf = (number: number, payload = OTHER, more = {}) => reference(payload, { voice: 'Ms Kim', take: { number, of: 3 }, ...more });
    const THIRD = syntheticMel({ seed: 9 });

    it('count as one reference, and the nearest take is named', async () => {
      await start({ maxReferences: 1 });
      await keep(takeOf(2), takeOf(3, OWN), takeOf(1, THIRD));
      assert.equal(flow.statuses('n').at(-1)?.text, '3 references ready');
      assert.deepEqual((await scored()).reference, { place: 2, of: 3, voice: 'Ms Kim', take: 3 });
      await keep(reference(OTHER, { voice: 'ko' }));
      assert.deepEqual((await scored()).reference, { place: 0, of: 1, voice: 'ko' });
    });

    it('are all there for a learner who waits, in whatever order they come', async () => {
      await start({ maxReferences: 1, waitSeconds: 30 });
      flow.send('n', learner());
      await keep(takeOf(3, OWN), takeOf(2));
      assert.equal(flow.waiting('scored').length, 0, 'the learner waits for the take that is heard');
      flow.send('n', takeOf(1, THIRD));
      assert.deepEqual((await flow.next('scored')).pronunciation.score.reference, { place: 2, of: 3, voice: 'Ms Kim', take: 3 });
      for (let completed = 0; completed < 2; completed++) await flow.next(COMPLETED);
      await keep(takeOf(1, THIRD, { text: '네' }), takeOf(2, OWN, { text: '네' }));
      assert.deepEqual((await scored()).reference, { place: 1, of: 2, voice: 'Ms Kim', take: 2 }, 'a take that comes late');
    });

    it('leave none behind that the teacher has deleted, and stay beside another voice', async () => {
      await start({ maxReferences: 2 });
      await keep(takeOf(2), takeOf(3, OWN), takeOf(1, THIRD), reference(OTHER, { voice: 'ko' }));
      assert.equal((await scored()).reference?.of, 4);
      await keep(reference(THIRD, { voice: 'Ms Kim', take: { number: 1, of: 2 } }));
      assert.equal((await scored()).reference?.of, 3);
      await keep(reference(THIRD, { voice: 'Ms Kim' }));
      assert.equal((await scored()).reference?.of, 2);
      await keep(reference(THIRD, { voice: 'Mr Lee' }));
      assert.equal((await scored()).reference?.of, 2, 'the oldest voice goes with all its takes');
    });
  });

  it('are not kept unless the user wants it', async () => {
    await start({ maxReferences: undefined });
    await keep(reference(OWN, { voice: 'ko' }), reference(OTHER, { voice: 'ko+f3' }));
    assert.deepEqual((await scored()).reference, { place: 0, of: 1, voice: 'ko+f3' });
  });
});
