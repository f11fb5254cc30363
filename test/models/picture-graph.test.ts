import assert from 'node:assert/strict';
import { seededRandom } from '../../base/random';
import { createInference } from '../../engine/inference';
import { writePictureGraph } from '../../models/picture-graph';
import { embed, LESSON_SHAPE, randomWeights, tilesOf } from '../../pipeline/picture-training/network';

describe('a picture model that was trained here', () => {
  for (const only of ['native', 'wasm'] as const) {
    it(`gives by ${only} inference the embeddings that training has seen`, async () => {
      const random = seededRandom(3);
      const { height, width } = LESSON_SHAPE;
      const weights = randomWeights(LESSON_SHAPE, random);
      weights.hiddenBias.forEach((_, i) => (weights.hiddenBias[i] = random() - 0.5));
      weights.embeddingBias.forEach((_, i) => (weights.embeddingBias[i] = random() - 0.5));
      const graph = await createInference({ only }).open(writePictureGraph(weights, LESSON_SHAPE));
      assert.deepEqual([graph.inputs, graph.outputs], [['picture'], ['embedding']]);
      for (let i = 0; i < 5; i++) {
        const data = Float32Array.from({ length: height * width }, () => random());
        const { embedding } = await graph.run({ picture: { data, dims: [1, 1, height, width] } });
        const own = embed(weights, tilesOf(data, LESSON_SHAPE)).embedding;
        assert.deepEqual(embedding?.dims, [1, LESSON_SHAPE.embedding]);
        own.forEach((value, k) => assert.ok(Math.abs(value - (embedding?.data[k] as number)) < 1e-5, `${value}, not ${embedding?.data[k]}`));
      }
      await graph.release();
    });
  }
});
