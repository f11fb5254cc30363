import type { AlignedManifest } from '../model-manifest';

/** A stretch of the reference and the learner's frames that belong to it; ends are exclusive. */
export interface Piece {
  readonly referenceStart: number;
  readonly referenceEnd: number;
  readonly learnerStart: number;
  readonly learnerEnd: number;
}

/**
 * Cuts the reference (R frames) into equal pieces nearest to `pieceFrames` and gives each the learner's
 * frames (of L) that the path [l0, r0, l1, r1, ...] pairs with it, first to last. A learner's piece of fewer
 * than `minLearnerFrames` is widened by `widenFrames` on both sides, as far as there are frames: a head can
 * say little about one or two frames. No step of the network sees more than a piece, so that the distance
 * does not depend on the length of the recording.
 */
export function cutPieces(
  path: Int32Array,
  L: number,
  R: number,
  alignment: AlignedManifest['alignment'],
): Piece[] {
  const count = Math.max(1, Math.round(R / alignment.pieceFrames));
  const pieces: Piece[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const referenceStart = boundary(i, R, count);
    const referenceEnd = boundary(i + 1, R, count);
    // The path is monotonic: the piece's pairs are one run of it, and the run's ends are the frames' ends.
    const first = path[at];
    while (at < path.length && (path[at + 1] as number) < referenceEnd) at += 2;
    const last = path[at - 2];
    if (first === undefined || last === undefined) throw new RangeError('the path ends before the reference');
    let learnerStart = first;
    let learnerEnd = last + 1;
    if (learnerEnd - learnerStart < alignment.minLearnerFrames) {
      learnerStart = Math.max(0, learnerStart - alignment.widenFrames);
      learnerEnd = Math.min(L, learnerEnd + alignment.widenFrames);
    }
    pieces.push({ referenceStart, referenceEnd, learnerStart, learnerEnd });
  }
  return pieces;
}

/** i * R / count, halves rounded up, in whole numbers so that training in another language cuts alike. */
function boundary(i: number, R: number, count: number): number {
  return Math.floor((2 * i * R + count) / (2 * count));
}
