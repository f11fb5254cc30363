import assert from 'node:assert/strict';
import { bandAround, wholeTable, type Band } from '../../../pipeline/siamese/band';

const POOLED = 8;
/** What the docstring calls the band's half-width. */
const HALF_WIDTH = 75;

/** [l0, r0, l1, r1, ...] of corners that are joined by straight or diagonal lines. */
function pathThrough(...corners: readonly (readonly [number, number])[]): Int32Array {
  const path: number[] = [...(corners[0] ?? [])];
  for (const [l, r] of corners.slice(1)) {
    for (;;) {
      const [l0 = 0, r0 = 0] = path.slice(-2);
      if (l0 === l && r0 === r) break;
      path.push(l0 + Math.sign(l - l0), r0 + Math.sign(r - r0));
    }
  }
  return Int32Array.from(path);
}

const includes = ({ from, to }: Band, l: number, r: number): boolean => r >= (from[l] ?? NaN) && r <= (to[l] ?? NaN);

describe('the band of an alignment', () => {
  it('holds what lies at most its half-width beside, above or below the path', () => {
    const [L, R] = [50 * POOLED, 50 * POOLED];
    const band = bandAround(pathThrough([0, 0], [20, 20], [20, 29], [29, 29], [49, 49]), POOLED, L, R);
    const nearest = (l: number, r: number): number => {
      const path = pathThrough([0, 0], [20, 20], [20, 29], [29, 29], [49, 49]);
      const distances: number[] = [];
      for (let p = 0; p < path.length; p += 2) {
        // A pooled frame stands for the frames from its number times 8.
        const outside = (x: number, block: number): number => Math.max(0, block * POOLED - x, x - block * POOLED - POOLED + 1);
        const [dl, dr] = [outside(l, path[p] ?? NaN), outside(r, path[p + 1] ?? NaN)];
        if (dl === 0 || dr === 0) distances.push(dl + dr);
      }
      return Math.min(...distances);
    };
    for (let l = 0; l < L; l += 7) {
      for (let r = 0; r < R; r += 5) assert.equal(includes(band, l, r), nearest(l, r) <= HALF_WIDTH, `${l} ${r}`);
    }
  });

  it('never goes back, begins and ends in the corners, and numbers its cells one after the other', () => {
    const [L, R] = [403, 310]; // no multiples of 8
    const { from, to, start } = bandAround(pathThrough([0, 0], [10, 3], [25, 3], [50, 38]), POOLED, L, R);
    assert.deepEqual([from[0], to[L - 1]], [0, R - 1]);
    for (let l = 0; l < L; l++) {
      const [first = NaN, last = NaN] = [from[l], to[l]];
      if (l > 0) assert.ok(first >= (from[l - 1] ?? NaN) && last >= (to[l - 1] ?? NaN) && first <= (to[l - 1] ?? NaN) + 1);
      assert.ok(first >= 0 && last < R);
      assert.equal((start[l + 1] ?? NaN) - (start[l] ?? NaN), last - first + 1);
    }
  });

  it('has twice as many cells for twice the length', () => {
    const cells = (pooledFrames: number): number => {
      const frames = pooledFrames * POOLED;
      return bandAround(pathThrough([0, 0], [pooledFrames - 1, pooledFrames - 1]), POOLED, frames, frames).start.at(-1) ?? NaN;
    };
    assert.ok(cells(200) / cells(100) < 2.15, String(cells(200) / cells(100)));
  });

  it('is the same with the recordings exchanged', () => {
    const [L, R] = [40 * POOLED, 60 * POOLED];
    const path = pathThrough([0, 0], [10, 10], [10, 30], [39, 59]);
    const exchanged = path.map((_, i) => path[i ^ 1] ?? NaN);
    const [one, other] = [bandAround(path, POOLED, L, R), bandAround(exchanged, POOLED, R, L)];
    for (let l = 0; l < L; l += 3) for (let r = 0; r < R; r += 3) assert.equal(includes(one, l, r), includes(other, r, l));
  });

  it('is the whole table for short recordings', () => {
    assert.deepEqual(wholeTable(3, 4), {
      from: Int32Array.of(0, 0, 0),
      to: Int32Array.of(3, 3, 3),
      start: Int32Array.of(0, 4, 8, 12),
    });
  });
});
