import assert from 'node:assert/strict';
import { normalisedCorrelation } from '../../pipeline/correlation';
import { randomSource } from './signals';

describe('normalised correlation of pictures', () => {
  const random = randomSource(3);
  const picture = Uint8Array.from({ length: 500 }, () => Math.floor(256 * random()));

  it('is 1 for the same picture, also brighter or with less contrast, and -1 for its negative', () => {
    assert.ok(Math.abs(normalisedCorrelation(picture, picture) - 1) < 1e-12);
    assert.ok(Math.abs(normalisedCorrelation(picture, Array.from(picture, (v) => 10 + v / 2)) - 1) < 1e-12);
    assert.ok(Math.abs(normalisedCorrelation(picture, picture.map((v) => 255 - v)) + 1) < 1e-12);
  });

  it('is near 0 for unrelated pictures', () => {
    const other = Uint8Array.from({ length: 500 }, () => Math.floor(256 * random()));
    assert.ok(Math.abs(normalisedCorrelation(picture, other)) < 0.15);
  });

  it('treats flat pictures as OpenCV does', () => {
    const flat = new Uint8Array(500).fill(77);
    assert.equal(normalisedCorrelation(flat, flat), 1);
    assert.equal(normalisedCorrelation(flat, new Uint8Array(500)), 1);
    assert.equal(normalisedCorrelation(picture, flat), 1);
    assert.equal(normalisedCorrelation(flat, picture), 0);
    assert.equal(normalisedCorrelation([0.1, 0.1, 0.1], [0.1, 0.2, 0.3]), 0);
  });

  it('refuses pictures of two sizes', () => {
    assert.throws(() => normalisedCorrelation([1, 2], [1, 2, 3]), RangeError);
  });
});
