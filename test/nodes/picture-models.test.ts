import assert from 'node:assert/strict';

import { PNG } from 'pngjs';
import helper from 'node-red-node-test-helper';

import { CAUGHT, startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { syntheticWav } from '../support/synthetic-speech';
import { MEL, SCORE } from './all-nodes';

const MODELS = ['picture-gray', 'picture-colour'] as const;

describe('A flow with a picture model', function () {
  this.timeout(60_000);
  let flow: RunningFlow;
  afterEach(stopFlow);

  /** mel -> score, each with its model. */
  const start = async (mel: string, score: string): Promise<void> => {
    const out = ['scored', 'refused'];
    flow = await startFlow([MEL, SCORE], [
      { id: 'mel', type: 'pron-mel', model: mel, wires: [['score', 'seen']] },
      { id: 'score', type: 'pron-score', model: score, waitSeconds: 5, wires: out.map((id) => [id]) },
      ...['seen', ...out].map((id) => ({ id, type: 'helper' })),
    ]);
  };
  const send = (seed: number, role: string): void => {
    flow.send('mel', { payload: syntheticWav({ seed }), pronunciation: { role } });
  };

  for (const model of MODELS) {
    it(`scores with ${model} when the mel node takes its settings from it`, async () => {
      await start(model, model);
      send(1, 'reference');
      send(1, 'learner');
      const { payload, pronunciation } = await flow.next('scored');
      assert.equal(payload, 100, 'the same recording');
      assert.deepEqual(pronunciation.score.frames.distance, []);
      assert.equal(pronunciation.score.model, model);
      const { image } = await flow.next('seen');
      const { width, height } = PNG.sync.read(image);
      assert.deepEqual([width, height], [250, 99], 'what the model looks at is shown');
    });
  }

  it('is told which settings differ when the mel node has those of another model', async () => {
    await start('default', 'picture-gray');
    send(1, 'learner');
    const { error } = await flow.next(CAUGHT);
    assert.equal(error.code, 'PRON_FEATURES_DIFFER');
    assert.match(error.message, /picture-gray.*sampleRate 16000 instead of 22050/);
  });

  it('finds the models in the list of the dialogs', async () => {
    await start('default', 'default');
    const { body } = await helper.request().get('/pronunciation/models');
    const listed = body as { name: string; title: string; description: string }[];
    for (const model of [...MODELS, 'default']) {
      const found = listed.find(({ name }) => name === model);
      assert.ok(found !== undefined && found.title !== '' && found.description !== '', model);
    }
  });
});
