import type { Alignment } from './align';

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

/** What is known of each frame of one recording. */
interface Side {
  /** First and last frame of the other recording that the path pairs with it: it pairs every one. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Largest cosine with those. */
  readonly best: Float64Array;
  /** How many rivals there are, and how many of them are nearer. */
  readonly rivals: Uint32Array;
  readonly nearer: Float64Array;
}

/**
 * What the alignment says of each frame of both recordings: its largest cosine with the frames that the path
 * pairs it with, and the share (0 to 1) of the other recording's remaining frames that are nearer to it, each
 * counted by a logistic curve; of the frames inside the band only, where there is one. The cosine of a voice that the
 * encoder does not know is low everywhere; the share stays near 0 as long as the right sound is still the nearest one.
 * It is the rank of the true answer among its rivals, as in the normalisation of scores by a cohort (Auckenthaler et
 * al. 2000).
 */
export function matchFrames({ band, cosine, path }: Pick<Alignment, 'band' | 'cosine' | 'path'>): Match {
  const { from, to, start } = band;
  const L = from.length;
  const learner = emptySide(L);
  const reference = emptySide((to[L - 1] as number) + 1);
  for (let p = 0; p < path.length; p += 2) {
    const l = path[p] as number; // a path holds pairs
    const r = path[p + 1] as number;
    const similarity = cosine[(start[l] as number) + r - (from[l] as number)] as number; // the path is inside the band
    addPair(learner, l, r, similarity);
    addPair(reference, r, l, similarity);
  }
  for (let l = 0; l < L; l++) {
    const end = to[l] as number;
    let at = start[l] as number;
    for (let r = from[l] as number; r <= end; r++) {
      const similarity = cosine[at++] as number;
      countRival(learner, l, r, similarity);
      countRival(reference, r, l, similarity);
    }
  }
  return { learner: numbersOf(learner), reference: numbersOf(reference) };
}

function emptySide(frames: number): Side {
  return {
    first: new Int32Array(frames).fill(0x7fffffff),
    last: new Int32Array(frames).fill(-1),
    best: new Float64Array(frames).fill(-Infinity),
    rivals: new Uint32Array(frames),
    nearer: new Float64Array(frames),
  };
}

function addPair({ first, last, best }: Side, own: number, other: number, similarity: number): void {
  first[own] = Math.min(first[own] as number, other);
  last[own] = Math.max(last[own] as number, other);
  best[own] = Math.max(best[own] as number, similarity);
}

function countRival({ first, last, best, rivals, nearer }: Side, own: number, other: number, similarity: number): void {
  if (other >= (first[own] as number) - RIVAL_GAP && other <= (last[own] as number) + RIVAL_GAP) return;
  nearer[own] = (nearer[own] as number) + 1 / (1 + Math.exp(((best[own] as number) - similarity) / RIVAL_STEP));
  rivals[own] = (rivals[own] as number) + 1;
}

function numbersOf({ best, rivals, nearer }: Side): Float32Array {
  const out = new Float32Array(best.length * MATCH_SIZE);
  for (let i = 0; i < best.length; i++) {
    const count = rivals[i] as number;
    out[i * MATCH_SIZE] = best[i] as number;
    out[i * MATCH_SIZE + 1] = count > 0 ? (nearer[i] as number) / count : UNDECIDED;
  }
  return out;
}
