import assert from 'node:assert/strict';
import { seededRandom } from '../../../base/random';
import { addPair } from '../../../pipeline/picture-training/train';
import { randomWeights, tilesOf, zeroWeights, type NetworkWeights } from '../../../pipeline/picture-training/network';

const SHAPE = { height: 5, width: 7, tileHeight: 2, tileWidth: 3, hidden: 6, embedding: 3 };
const LAYERS = ['hidden', 'hiddenBias', 'embedding', 'embeddingBias'] as const;

/** Central differences: exact up to the square of the step, and to what 32-bit weights can hold. */
const STEP = 2 ** -8;

function numericGradient(weights: NetworkWeights, layer: (typeof LAYERS)[number], lossOf: () => number): number[] {
  const values = weights[layer];
  return Array.from(values, (value, i) => {
    const [more, less] = [STEP, -STEP].map((step) => {
      values[i] = value + step;
      return lossOf();
    });
    values[i] = value;
    return ((more as number) - (less as number)) / (2 * STEP);
  });
}

describe('the network of the lesson', () => {
  it('averages a picture over tiles, and leaves out what does not fill one', () => {
    const picture = Float32Array.from({ length: 35 }, (_, i) => i);
    // Rows 0 and 1, columns 0 to 2: 0, 1, 2, 7, 8, 9.
    assert.deepEqual(Array.from(tilesOf(picture, SHAPE), (value) => Math.round(10 * value) / 10), [4.5, 7.5, 18.5, 21.5]);
  });

  for (const isSame of [true, false]) {
    it(`has the gradient of the contrastive loss of two pictures that are ${isSame ? 'of one kind' : 'of two kinds'}`, () => {
      const random = seededRandom(5);
      const weights = randomWeights(SHAPE, random);
      const [first, second] = [0, 1].map(() => Float32Array.from({ length: 4 }, random)) as [Float32Array, Float32Array];
      const pair = { first, second, isSame };
      const lossOf = (): number => addPair(weights, pair, 3, 1, zeroWeights(SHAPE));
      const gradient = zeroWeights(SHAPE);
      assert.ok(addPair(weights, pair, 3, 1, gradient) > 0.01, 'else nothing is tested');
      for (const layer of LAYERS) {
        const numeric = numericGradient(weights, layer, lossOf);
        numeric.forEach((value, i) => assert.ok(Math.abs(value - (gradient[layer][i] as number)) < 1e-3 * Math.max(1, Math.abs(value)), `${layer} ${i}: ${value}, not ${gradient[layer][i]}`));
      }
    });
  }
});
