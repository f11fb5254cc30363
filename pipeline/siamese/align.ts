import { unitFrames } from './unit-frames';

export interface Alignment {
  /** Accumulated cost divided by the sum of the lengths, 0 (the same) to 2 (opposite). */
  readonly cost: number;
  /** Pairs learner frame, reference frame, from (0, 0) to (L - 1, R - 1): [l0, r0, l1, r1, ...]. */
  readonly path: Int32Array;
  /** Cosine of each learner frame with each reference frame, L x R, row-major. */
  readonly cosine: Float32Array;
}

const DIAGONAL = 0;
const LEARNER = 1;
const REFERENCE = 2;

/**
 * Aligns two sequences of embeddings by dynamic time warping.
 *
 * `learner` is L x size and `reference` R x size, row-major. Each loses its own mean over time and every
 * frame gets unit length, so that the cost 1 - cosine sees what changes in a recording and not its room.
 * Steps are diagonal (weight 2), along the learner and along the reference (weight 1), the first cell
 * counts twice: the symmetric form of Sakoe and Chiba, 1978, whose sum is divided by L + R. Of equal ways
 * the diagonal wins, then the step along the learner.
 *
 * Takes 5 * L * R bytes and L * R * size multiplications.
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
  const steps = new Uint8Array(L * R);
  const cosine = new Float32Array(L * R);
  // Two rows of accumulated costs are enough; doubles, for a sum over thousands of cells.
  let above = new Float64Array(R).fill(Infinity);
  let row = new Float64Array(R);
  for (let l = 0; l < L; l++) {
    let left = Infinity;
    let diagonal = Infinity;
    for (let r = 0; r < R; r++) {
      const similarity = dot(a, l * size, b, r * size, size);
      cosine[l * R + r] = similarity;
      const cost = 1 - similarity;
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
      steps[l * R + r] = step;
      row[r] = best;
      left = best;
      diagonal = up;
    }
    [above, row] = [row, above];
  }
  return { cost: (above[R - 1] as number) / (L + R), path: walkBack(steps, L, R), cosine };
}

function walkBack(steps: Uint8Array, L: number, R: number): Int32Array {
  const backwards = new Int32Array(2 * (L + R - 1));
  let count = 0;
  let l = L - 1;
  let r = R - 1;
  for (;;) {
    backwards[count++] = r;
    backwards[count++] = l;
    if (l === 0 && r === 0) break;
    // Along an edge there is one way only; costs that are no numbers would lead past it, and never back.
    const step = l === 0 ? REFERENCE : r === 0 ? LEARNER : steps[l * R + r];
    if (step !== REFERENCE) l--;
    if (step !== LEARNER) r--;
  }
  return backwards.slice(0, count).reverse();
}

/** Four sums side by side: the additions of one sum would wait for each other. */
function dot(a: Float32Array, aStart: number, b: Float32Array, bStart: number, size: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  // Both indices stay inside their frame, i < size.
  for (; i + 3 < size; i += 4) {
    s0 += (a[aStart + i] as number) * (b[bStart + i] as number);
    s1 += (a[aStart + i + 1] as number) * (b[bStart + i + 1] as number);
    s2 += (a[aStart + i + 2] as number) * (b[bStart + i + 2] as number);
    s3 += (a[aStart + i + 3] as number) * (b[bStart + i + 3] as number);
  }
  for (; i < size; i++) s0 += (a[aStart + i] as number) * (b[bStart + i] as number);
  return s0 + s1 + (s2 + s3);
}
