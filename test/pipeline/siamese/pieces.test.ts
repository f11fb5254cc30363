import assert from 'node:assert/strict';
import { alignEmbeddings } from '../../../pipeline/siamese/align';
import { cutPieces } from '../../../pipeline/siamese/pieces';
import { randomValues } from './random-values';

const ALIGNMENT = { pieceFrames: 20, minLearnerFrames: 6, widenFrames: 3 };

function identityPath(frames: number): Int32Array {
  return Int32Array.from({ length: 2 * frames }, (_, i) => i >> 1);
}

describe('cutPieces', () => {
  it('cuts the reference into equal pieces without gap or overlap, whatever its length', () => {
    for (let R = 1; R <= 230; R++) {
      const pieces = cutPieces(identityPath(R), R, R, ALIGNMENT);
      assert.equal(pieces.length, Math.max(1, Math.round(R / 20)));
      let end = 0;
      for (const piece of pieces) {
        assert.equal(piece.referenceStart, end);
        end = piece.referenceEnd;
        assert.ok(Math.abs(piece.referenceEnd - piece.referenceStart - R / pieces.length) < 1);
      }
      assert.equal(end, R);
    }
  });

  it('rounds a boundary that falls between two frames up', () => {
    const pieces = cutPieces(identityPath(45), 45, 45, ALIGNMENT);
    assert.deepEqual(pieces.map((piece) => piece.referenceEnd), [23, 45]);
  });

  it('gives a piece the frames that the path pairs with it, first to last', () => {
    // Two frames of the reference a piece; the learner's frame 3 belongs to both.
    const path = Int32Array.from([0, 0, 1, 0, 2, 1, 3, 1, 3, 2, 4, 3, 5, 3]);
    const pieces = cutPieces(path, 6, 4, { pieceFrames: 2, minLearnerFrames: 1, widenFrames: 3 });
    assert.deepEqual(pieces, [
      { referenceStart: 0, referenceEnd: 2, learnerStart: 0, learnerEnd: 4 },
      { referenceStart: 2, referenceEnd: 4, learnerStart: 3, learnerEnd: 6 },
    ]);
  });

  it('widens a short learner piece on both sides, and only that one', () => {
    // The learner rushes through the second of three pieces in two frames, 20 and 21.
    const path: number[] = [];
    for (let i = 0; i < 20; i++) path.push(i, i);
    for (let i = 20; i < 40; i++) path.push(i < 30 ? 20 : 21, i);
    for (let i = 40; i < 60; i++) path.push(i - 18, i);
    const pieces = cutPieces(Int32Array.from(path), 42, 60, ALIGNMENT);
    assert.deepEqual(
      pieces.map((piece) => [piece.learnerStart, piece.learnerEnd]),
      [[0, 20], [17, 25], [22, 42]],
    );
  });

  it('widens no further than there are frames', () => {
    const path = Int32Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? Math.floor(i / 20) : i >> 1));
    assert.deepEqual(cutPieces(path, 2, 20, ALIGNMENT), [
      { referenceStart: 0, referenceEnd: 20, learnerStart: 0, learnerEnd: 2 },
    ]);
  });

  it('leaves no frame of the learner out along a real path', () => {
    const [L, R] = [87, 64];
    const { path } = alignEmbeddings(randomValues(5, L * 16), L, randomValues(6, R * 16), R, 16);
    const covered = new Set<number>();
    for (const piece of cutPieces(path, L, R, ALIGNMENT)) {
      for (let l = piece.learnerStart; l < piece.learnerEnd; l++) covered.add(l);
    }
    assert.equal(covered.size, L);
  });
});
