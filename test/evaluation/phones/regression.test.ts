import assert from 'node:assert/strict';
import { learnOn, type Examples, type Regression } from '../../../evaluation/phones/regression';
import { seededRandom } from '../../../base/random';

const CLASSES = 3;
const START: Regression = { weights: Float32Array.from([0, 0, 2, 0, 0, -1]), bias: Float32Array.from([0, 0, 0.5]) };
const LEARNING = { epochs: 40, rate: 0.02, pull: 0, random: seededRandom(1) };

/** Two inputs; the first says which of the classes 0 and 1 it is. */
const EXAMPLES: Examples = {
  count: 64,
  inputs: 2,
  read: (example, to) => to.set([example % 2 === 0 ? 1 : -1, ((example * 7) % 5) / 5]),
  classOf: (example) => example % 2,
};

function likeliest({ weights, bias }: Regression, inputs: readonly number[]): number {
  const logits = Array.from({ length: CLASSES }, (_, k) => inputs.reduce((sum, value, i) => sum + value * (weights[i * CLASSES + k] ?? 0), bias[k] ?? 0));
  return logits.indexOf(Math.max(...logits));
}

describe('A softmax regression that goes on learning', () => {
  it('tells the classes of its examples apart', async () => {
    const learned = await learnOn({ ...START, weights: new Float32Array(6), bias: new Float32Array(3) }, EXAMPLES, LEARNING);
    assert.deepEqual([likeliest(learned, [1, 0.4]), likeliest(learned, [-1, 0.4])], [0, 1]);
  });

  it('leaves a class alone that has no example', async () => {
    const { weights, bias } = await learnOn(START, EXAMPLES, LEARNING);
    assert.deepEqual([weights[2], weights[5], bias[2]], [2, -1, 0.5]);
    assert.notEqual(weights[0], 0);
  });

  it('is drawn back to where it began', async () => {
    const far = async (pull: number): Promise<number> => Math.abs((await learnOn(START, EXAMPLES, { ...LEARNING, pull })).weights[0] ?? 0);
    assert.ok((await far(20)) < (await far(0)) / 2);
  });
});
