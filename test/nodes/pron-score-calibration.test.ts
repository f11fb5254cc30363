import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import helper from 'node-red-node-test-helper';

import { DEFAULT_TIERS, scoreFromDistance, tierOf } from '../../pipeline/siamese/score';
import { writeCalibration } from '../support/calibrations';
import { syntheticMel } from '../support/mels';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { lenient, suspicious, userModels, type UserModels } from '../support/user-models';
import { SCORE } from './all-nodes';

const WORDS = [{ text: 'one', startMs: 0, endMs: 500 }, { text: 'two', startMs: 500, endMs: 1000 }];
const reference = () => ({ payload: syntheticMel({ seed: 1 }), pronunciation: { role: 'reference', words: WORDS } });
const learner = (more = {}) => ({ payload: syntheticMel({ seed: 2 }), pronunciation: {}, ...more });

describe('The score node with a calibration', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  let models: UserModels;
  before(async () => {
    models = userModels();
    models.add('lenient', lenient);
    models.add('suspicious', suspicious);
    const calibrations = join(models.userDir, 'pronunciation-calibrations');
    mkdirSync(calibrations);
    const folders = [dirname(models.file('lenient', 'manifest'))];
    await writeCalibration(join(calibrations, 'half.json'), 'lenient', folders);
    await writeCalibration(join(calibrations, '김 선생.json'), 'suspicious', folders, { ratings: 25 });
    writeFileSync(join(calibrations, 'broken.json'), '{}');
    await writeCalibration(join(models.userDir, 'outside.json'), 'lenient', folders);
  });
  after(() => models.remove());
  const start = async (settings = {}, language = 'en-US'): Promise<void> => {
    const node = { id: 'n', type: 'pron-score', model: 'lenient', waitSeconds: 5, ...settings, wires: [['scored'], ['refused']] };
    const collectors = ['scored', 'refused'].map((id) => ({ id, type: 'helper' }));
    flow = await startFlow([SCORE], [node, ...collectors], { userDir: models.userDir, language });
  };
  /** The status that a deploy alone leads to. */
  const statusAfterDeploy = async (): Promise<unknown> => {
    for (let i = 0; i < 300 && flow.statuses('n').length === 0; i++) await new Promise((go) => void setTimeout(go, 20));
    return flow.statuses('n').at(-1);
  };
  afterEach(stopFlow);

  it('gives the calibrated score with its tier, and says what it would be without', async () => {
    await start({ calibration: 'half.json' });
    flow.send('n', reference());
    flow.send('n', learner());
    const { payload, pronunciation: { score } } = await flow.next('scored');
    const plain = scoreFromDistance(Number(score.distance));
    assert.deepEqual([score.calibrated, score.uncalibrated], [true, plain]);
    assert.ok(Math.abs(Number(score.value) - plain / 2) < 1e-9);
    assert.equal(payload, Math.round(10 * Number(score.value)) / 10);
    assert.deepEqual(score.tier, tierOf(Number(score.value), DEFAULT_TIERS));
    assert.ok(score.words.length === 2 && score.words.every((word) => word.score <= 50));
    assert.match(flow.statuses('n').at(-1)?.text ?? '', new RegExp(`^${String(payload)} points`));
  });

  it('says that a score is not calibrated where none is set', async () => {
    await start();
    flow.send('n', reference());
    flow.send('n', learner());
    const { score } = (await flow.next('scored')).pronunciation;
    assert.deepEqual([score.calibrated, 'uncalibrated' in score], [false, false]);
  });

  it('refuses what it refused before', async () => {
    await start({ model: 'suspicious', calibration: '김 선생.json' });
    flow.send('n', reference());
    flow.send('n', learner());
    const { payload, pronunciation: { score } } = await flow.next('refused');
    assert.deepEqual([payload, score.value, score.calibrated, score.uncalibrated], ['wrong-sentence', null, true, null]);
  });

  for (const [calibration, code, text, korean] of [
    ['none.json', 'PRON_CALIBRATION_MISSING', 'no calibration', '보정 파일 없음'],
    ['broken.json', 'PRON_CALIBRATION_BROKEN', 'bad calibration', '보정 파일 손상'],
    ['김 선생.json', 'PRON_CALIBRATION_MODEL', 'wrong calibration', '다른 모델의 보정'],
  ] as const) {
    it(`shows at the deploy that ${calibration} can't be used, and fails each learner with ${code}`, async () => {
      await start({ calibration });
      assert.deepEqual(await statusAfterDeploy(), { fill: 'red', shape: 'ring', text });
      flow.send('n', reference());
      await flow.next(COMPLETED);
      flow.send('n', learner());
      const { error } = await flow.next(CAUGHT);
      assert.equal(error.code, code);
      assert.ok(error.message.includes(calibration), error.message);
      await stopFlow();
      await start({ calibration }, 'ko');
      assert.deepEqual(await statusAfterDeploy(), { fill: 'red', shape: 'ring', text: korean });
    });
  }

  it('takes no file from outside its folder, and none from a message', async () => {
    for (const calibration of ['../outside.json', join(models.userDir, 'outside.json'), '..\\outside.json']) {
      await start({ calibration });
      flow.send('n', learner());
      assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_BAD_SETTING');
      await stopFlow();
    }
    await start();
    flow.send('n', reference());
    flow.send('n', learner({ calibration: 'half.json', pronunciation: { calibration: 'half.json' } }));
    assert.equal((await flow.next('scored')).pronunciation.score.calibrated, false);
  });

  it('leaves no trace when it is closed before its file was read', async () => {
    await start({ calibration: 'none.json' });
    await flow.deploy([{ id: 'other', type: 'helper' }]);
    assert.deepEqual(flow.statuses('n').filter(({ text }) => text !== undefined), []);
  });

  it('lists the calibrations that can be read for the dialog', async () => {
    await start();
    const { body } = await helper.request().get('/pronunciation/calibrations');
    const errors = { errorBefore: 1, errorAfter: 1 };
    assert.deepEqual(body, [
      { file: 'half.json', model: 'lenient', ratings: 40, ...errors },
      { file: '김 선생.json', model: 'suspicious', ratings: 25, ...errors },
    ]);
  });
});
