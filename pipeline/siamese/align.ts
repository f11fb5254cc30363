import { bandAround, WHOLE_TABLE_FRAMES, wholeTable, type Band } from './band';
import { dotProducts } from './dot-products';
import { unitFrames } from './unit-frames';

export interface Alignment {
  /** Accumulated cost divided by the sum of the lengths, 0 (the same) to 2 (opposite). */
  readonly cost: number;
  /** Pairs learner frame, reference frame, from (0, 0) to (L - 1, R - 1): [l0, r0, l1, r1, ...]. */
  readonly path: Int32Array;
  /** Which learner frame was compared with which reference frames. */
  readonly band: Band;
  /** Cosine of the two frames of each cell of the band, in the band's order. */
  readonly cosine: Float32Array;
}

const DIAGONAL = 0;
const LEARNER = 1;
const REFERENCE = 2;

/** Frames that are taken as one to find the band, 0.16 s. With eight, a learner who leaves out a part of a long text was
 *  aligned wrongly more often (speakers of the choice set). */
const POOLED_FRAMES = 4;

/**
 * Aligns two sequences of embeddings by dynamic time warping.
 *
 * `learner` is L x size and `reference` R x size, row-major. Each loses its own mean over time and every
 * frame gets unit length, so that the cost 1 - cosine sees what changes in a recording and not its room.
 * Steps are diagonal (weight 2), along the learner and along the reference (weight 1), the first cell
 * counts twice: the symmetric form of Sakoe and Chiba, 1978, whose sum is divided by L + R. Of equal ways
 * the diagonal wins, then the step along the learner.
 *
 * Where both recordings are long, only a band around the expected path is computed, so that time and memory grow with the
 * length and not with its square. The expected path is the alignment of the same recordings at a quarter of the frames, as
 * in FastDTW (Salvador and Chan, 2007). It follows pauses, late starts, changes of pace and most skipped sentences. A
 * band around the straight line from corner to corner does not: each of them moves the true path off that line.
 *
 * Takes 5 bytes and `size` multiplications for each cell of the band.
 */
export function alignEmbeddings(
  learner: Float32Array,
  L: number,
  reference: Float32Array,
  R: number,
  size: number,
): Alignment {
  if (L < 1 || R < 1) throw new RangeError(`nothing to align: ${L} and ${R} frames`);
  const a = unitFrames(learner, L, size);
  const b = unitFrames(reference, R, size);
  const band = findBand(a, L, b, R, size);
  const { from, to, start } = band;
  const cells = start[L] as number;
  const steps = new Uint8Array(cells);
  const cosine = new Float32Array(cells);
  // Two rows of accumulated costs are enough; doubles, for a sum over thousands of cells. What no row has
  // reached yet stays infinite.
  let above = new Float64Array(R).fill(Infinity);
  let row = new Float64Array(R).fill(Infinity);
  let aboveFrom = 0;
  for (let l = 0; l < L; l++) {
    const rowFrom = from[l] as number; // l < L
    const rowTo = to[l] as number;
    let left = Infinity;
    let diagonal = rowFrom > aboveFrom ? (above[rowFrom - 1] as number) : Infinity;
    let cell = start[l] as number;
    dotProducts(a, l * size, b, rowFrom * size, size, cosine, cell, rowTo - rowFrom + 1);
    for (let r = rowFrom; r <= rowTo; r++) {
      const cost = 1 - (cosine[cell] as number);
      const up = above[r] as number; // r < R
      let best = diagonal + 2 * cost;
      let step = DIAGONAL;
      if (up + cost < best) {
        best = up + cost;
        step = LEARNER;
      }
      if (left + cost < best) {
        best = left + cost;
        step = REFERENCE;
      }
      if (l === 0 && r === 0) best = 2 * cost;
      steps[cell++] = step;
      row[r] = best;
      left = best;
      diagonal = up;
    }
    [above, row] = [row, above];
    aboveFrom = rowFrom;
  }
  return { cost: (above[R - 1] as number) / (L + R), path: walkBack(steps, band, L, R), band, cosine };
}

/** Around the path of the same alignment with fewer frames, which needs a band of its own where they are still many. */
function findBand(a: Float32Array, L: number, b: Float32Array, R: number, size: number): Band {
  if (Math.min(L, R) <= WHOLE_TABLE_FRAMES) return wholeTable(L, R);
  const [fewA, fewB] = [pooled(a, L, size), pooled(b, R, size)];
  const { path } = alignEmbeddings(fewA, fewA.length / size, fewB, fewB.length / size, size);
  return bandAround(path, POOLED_FRAMES, L, R);
}

/** The mean of each `POOLED_FRAMES` frames (frames x size, row-major); of fewer at the end. */
function pooled(unit: Float32Array, frames: number, size: number): Float32Array {
  const out = new Float32Array(Math.ceil(frames / POOLED_FRAMES) * size);
  for (let t = 0; t < frames; t++) {
    const block = Math.floor(t / POOLED_FRAMES);
    const count = Math.min(POOLED_FRAMES, frames - block * POOLED_FRAMES);
    for (let i = 0; i < size; i++) {
      out[block * size + i] = (out[block * size + i] as number) + (unit[t * size + i] as number) / count;
    }
  }
  return out;
}

function walkBack(steps: Uint8Array, { from, start }: Band, L: number, R: number): Int32Array {
  const backwards = new Int32Array(2 * (L + R - 1));
  let count = 0;
  let l = L - 1;
  let r = R - 1;
  for (;;) {
    backwards[count++] = r;
    backwards[count++] = l;
    if (l === 0 && r === 0) break;
    // Along an edge there is one way only; costs that are no numbers would lead past it, and never back.
    const step = l === 0 ? REFERENCE : r === 0 ? LEARNER : steps[(start[l] as number) + r - (from[l] as number)];
    if (step !== REFERENCE) l--;
    if (step !== LEARNER) r--;
  }
  return backwards.slice(0, count).reverse();
}
