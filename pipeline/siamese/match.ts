/** Numbers that `matchFrames` gives for each frame. */
export const MATCH_SIZE = 2;
/** Frames this near to those that a frame is paired with are no rivals of theirs. */
const RIVAL_GAP = 3;
/** Cosines this far apart count as clearly nearer. */
const RIVAL_STEP = 0.1;
/** What a frame without rivals gets: neither near nor far. */
const UNDECIDED = 0.5;

export interface Match {
  /** L x 2, row-major: see `matchFrames`. */
  readonly learner: Float32Array;
  /** R x 2, row-major. */
  readonly reference: Float32Array;
}

/**
 * What the alignment says of each frame of both recordings: its largest cosine with the frames that the path
 * pairs it with, and the share (0 to 1) of the other recording's remaining frames that are nearer to it, each
 * counted by a logistic curve. The cosine of a voice that the encoder does not know is low everywhere; the
 * share stays near 0 as long as the right sound is still the nearest one. It is the rank of the true answer
 * among its rivals, as in the normalisation of scores by a cohort (Auckenthaler et al. 2000).
 *
 * `cosine` is L x R, row-major; `path` holds pairs learner frame, reference frame.
 */
export function matchFrames(cosine: Float32Array, L: number, R: number, path: Int32Array): Match {
  return {
    learner: matchSide(cosine, L, R, R, 1, path, 0),
    reference: matchSide(cosine, R, L, 1, R, path, 1),
  };
}

/** One side: cosine of its frame i with the other's frame j stands at i * ownStep + j * otherStep. */
function matchSide(
  cosine: Float32Array,
  frames: number,
  others: number,
  ownStep: number,
  otherStep: number,
  path: Int32Array,
  column: number,
): Float32Array {
  const { first, last } = pairedFrames(frames, path, column);
  const out = new Float32Array(frames * MATCH_SIZE);
  for (let i = 0; i < frames; i++) {
    const from = first[i] as number; // i < frames
    const to = last[i] as number;
    const at = (j: number): number => cosine[i * ownStep + j * otherStep] as number; // j < others
    let best = -Infinity;
    for (let j = from; j <= to; j++) best = Math.max(best, at(j));
    let nearer = 0;
    let rivals = 0;
    for (let j = 0; j < others; j++) {
      if (j >= from - RIVAL_GAP && j <= to + RIVAL_GAP) continue;
      nearer += 1 / (1 + Math.exp((best - at(j)) / RIVAL_STEP));
      rivals++;
    }
    out[i * MATCH_SIZE] = best;
    out[i * MATCH_SIZE + 1] = rivals > 0 ? nearer / rivals : UNDECIDED;
  }
  return out;
}

/** First and last frame of the other recording that the path pairs with each frame: it pairs every one. */
function pairedFrames(frames: number, path: Int32Array, column: number): { first: Int32Array; last: Int32Array } {
  const first = new Int32Array(frames).fill(0x7fffffff);
  const last = new Int32Array(frames).fill(-1);
  for (let p = 0; p < path.length; p += 2) {
    const own = path[p + column] as number;
    const other = path[p + 1 - column] as number;
    first[own] = Math.min(first[own] as number, other);
    last[own] = Math.max(last[own] as number, other);
  }
  return { first, last };
}
