import assert from 'node:assert/strict';
import { comparePictures, pictureInput } from '../../../pipeline/siamese/compare-pictures';

const embedded = (...values: number[]) => ({
  embedding: Float32Array.from(values),
  logPosterior: new Float32Array(0),
  frames: 1,
  size: values.length,
  phones: 0,
});

describe('comparePictures', () => {
  it('gives the Euclidean distance of two embeddings and nothing along the time', () => {
    const result = comparePictures(embedded(1, 2, 3), embedded(1, 5, -1));
    assert.equal(result.distance, 5);
    assert.equal(result.mismatch, 5);
    assert.equal(result.alignmentCost, null);
    assert.deepEqual([result.frameDistance.length, result.pieces.length, result.path.length], [0, 0, 0]);
  });
});

describe('pictureInput', () => {
  it('puts colour after colour, each row by row, from 0 to 1', () => {
    const pixels = Uint8Array.from([0, 51, 102, 153, 204, 255]);
    const input = pictureInput({ pixels, height: 1, width: 2, channels: 3 });
    assert.deepEqual([...input].map((value) => Math.round(value * 255)), [0, 153, 51, 204, 102, 255]);
    assert.ok(Math.abs((input[5] ?? NaN) - 1) < 1e-7);
    const gray = pictureInput({ pixels: pixels.subarray(0, 4), height: 2, width: 2, channels: 1 });
    assert.deepEqual([...gray].map((value) => Math.round(value * 255)), [0, 51, 102, 153]);
  });
});
