/**
 * Frames to each side of the expected path, 3 s where a frame stands for 40 ms. A pause or a slow learner uses up none of
 * it, since the expected path follows them: it is room for what that path got wrong. It is as wide as this so that
 * sentences of up to 6 s, which most are, need no band: where one of two recordings is no longer than the band is wide,
 * the whole table is computed.
 */
const HALF_WIDTH = 75;

/** The shorter recording has at most this many frames where the whole table is computed. */
export const WHOLE_TABLE_FRAMES = 2 * HALF_WIDTH + 1;

/**
 * The cells of a table of L x R that are computed: of row l the columns from[l] to to[l], both included. Neither ever
 * falls. The band's cells are stored row after row; cell (l, r) stands at start[l] + r - from[l].
 */
export interface Band {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** L + 1 places: the last one is the number of cells. */
  readonly start: Int32Array;
}

/** Every cell. */
export function wholeTable(L: number, R: number): Band {
  return bandOf(new Int32Array(L), new Int32Array(L).fill(R - 1));
}

/**
 * The cells at most `HALF_WIDTH` beside, above or below a path that was found with each `pooled` frames of both
 * recordings taken as one. So it holds at most about (L + R) * HALF_WIDTH * 2 cells, and as many whichever recording
 * comes first.
 */
export function bandAround(coarsePath: Int32Array, pooled: number, L: number, R: number): Band {
  const low = new Int32Array(L).fill(R);
  const high = new Int32Array(L);
  for (let p = 0; p < coarsePath.length; p += 2) {
    const row = (coarsePath[p] as number) * pooled; // a path holds pairs
    const column = (coarsePath[p + 1] as number) * pooled;
    for (let l = row; l < Math.min(L, row + pooled); l++) {
      low[l] = Math.min(low[l] as number, column);
      high[l] = Math.min(R - 1, column + pooled - 1); // the columns of a path never fall
    }
  }
  const from = low.map((column, l) => Math.max(0, Math.min(column - HALF_WIDTH, low[Math.max(0, l - HALF_WIDTH)] as number)));
  const to = high.map((column, l) =>
    Math.min(R - 1, Math.max(column + HALF_WIDTH, high[Math.min(L - 1, l + HALF_WIDTH)] as number)),
  );
  return bandOf(from, to);
}

function bandOf(from: Int32Array, to: Int32Array): Band {
  const start = new Int32Array(from.length + 1);
  for (let l = 0; l < from.length; l++) {
    start[l + 1] = (start[l] as number) + (to[l] as number) - (from[l] as number) + 1;
  }
  return { from, to, start };
}
