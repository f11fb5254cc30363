import assert from 'node:assert/strict';
import type { PictureManifest } from '../../../pipeline/model-manifest';
import { comparePictures, pictureInput } from '../../../pipeline/siamese/compare-pictures';
import { TINY_MANIFEST } from './manifest';

const MANIFEST: PictureManifest = {
  ...TINY_MANIFEST,
  architecture: 'picture',
  graphs: { encoder: 'tiny.encoder.onnx' },
  features: { ...TINY_MANIFEST.features, picture: 'gray' },
};

const embedded = (...values: number[]) => ({
  embedding: Float32Array.from(values),
  logPosterior: new Float32Array(0),
  frames: 1,
  size: values.length,
  phones: 0,
});

describe('comparePictures', () => {
  it('gives the Euclidean distance of two embeddings and nothing along the time', () => {
    const result = comparePictures(embedded(1, 2, 3), embedded(1, 5, -1), MANIFEST);
    assert.equal(result.distance, 5);
    assert.equal(result.mismatch, 5);
    assert.equal(result.alignmentCost, null);
    assert.deepEqual([result.frameDistance.length, result.pieces.length, result.path.length], [0, 0, 0]);
  });

  it('weighs the distance for the mismatch as the manifest says', () => {
    const wrongSentence = { weights: { distance: 3, alignmentCost: 10 }, max: 1 };
    const manifest = { ...MANIFEST, verdict: { ...MANIFEST.verdict, wrongSentence } };
    assert.equal(comparePictures(embedded(0, 0), embedded(0, 2), manifest).mismatch, 6);
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
