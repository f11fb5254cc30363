/** A share of the strongest peak that is nearly as strong: an octave below a pitch there is another such peak. */
const KEY = 0.9;

/** Values on each side that are needed to find a value between two. */
export const REACH = 11;
/** Part of a lag, to look for a peak between two values. */
const STEP = 0.2;

/** Most pitches that a moment may have. */
export const MOST_CANDIDATES = 7;

/** Height that an octave lower must have more: of several periods the first one counts (Boersma 1993). */
const OCTAVE_COST = 0.01;

/** Peaks of a moment, the strongest first. Entries from `count` on are old; without a peak the first has the strength 0. */
export interface Candidates {
  count: number;
  /** Lags, in samples and parts of them. */
  readonly lags: Float64Array;
  /** NSDF there, up to 1, less the octave cost; an octave is counted from the shortest lag. */
  readonly strengths: Float64Array;
}

export function noCandidates(): Candidates {
  return { count: 0, lags: new Float64Array(MOST_CANDIDATES), strengths: new Float64Array(MOST_CANDIDATES) };
}

/**
 * Finds the strongest peaks between two lags. Their places and heights are those between the values, by a windowed sinc: a parabola
 * through three values makes the peaks of high voices too low (Boersma 1993).
 * @param values up to `maxLag + REACH`
 * @param minLag more than REACH
 * @param least height of a peak that counts
 * @param found gets them
 */
export function findCandidates(values: Float64Array, minLag: number, maxLag: number, least: number, found: Candidates): void {
  found.count = 0;
  found.strengths[0] = 0;
  found.lags[0] = maxLag;
  for (let lag = minLag; lag < maxLag; lag++) {
    const middle = values[lag] as number;
    const before = values[lag - 1] as number;
    const after = values[lag + 1] as number;
    if (middle < least || middle < before || middle <= after) continue;
    const rough = lag + vertex(before, middle, after);
    const [left, centre, right] = [valueAt(values, rough - STEP), valueAt(values, rough), valueAt(values, rough + STEP)];
    const shift = vertex(left, centre, right);
    const place = rough + shift * STEP;
    insert(found, place, Math.min(1, centre + (shift * (right - left)) / 4) - OCTAVE_COST * Math.log2(place / minLag));
  }
}

/** Where the parabola through three values has its peak, in steps from the middle one. */
function vertex(before: number, middle: number, after: number): number {
  const curvature = 2 * middle - before - after;
  return curvature > 0 ? Math.max(-1, Math.min(1, (after - before) / (2 * curvature))) : 0;
}

/** Between two values: a sinc under a raised cosine. */
function valueAt(values: Float64Array, place: number): number {
  const start = Math.floor(place);
  const rest = place - start;
  if (rest < 1e-9) return values[start] as number;
  const sine = Math.sin(Math.PI * rest);
  let sum = 0;
  for (let k = 1 - REACH; k <= REACH; k++) {
    const distance = rest - k;
    const sinc = (k % 2 === 0 ? sine : -sine) / (Math.PI * distance);
    sum += (values[start + k] as number) * sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / (REACH + 1)));
  }
  return sum;
}

/** The place of the shortest lag whose peak is nearly as strong as the strongest one (McLeod & Wyvill 2005); 0 where there is no peak. */
export function keyMaximum({ count, lags, strengths }: Candidates): number {
  let best = 0;
  for (let i = 1; i < count && (strengths[i] as number) >= KEY * (strengths[0] as number); i++) {
    if ((lags[i] as number) < (lags[best] as number)) best = i;
  }
  return best;
}

function insert(found: Candidates, lag: number, strength: number): void {
  const { lags, strengths } = found;
  let at = Math.min(found.count, MOST_CANDIDATES);
  while (at > 0 && (strengths[at - 1] as number) < strength) at--;
  if (at === MOST_CANDIDATES) return;
  lags.copyWithin(at + 1, at, MOST_CANDIDATES - 1);
  strengths.copyWithin(at + 1, at, MOST_CANDIDATES - 1);
  lags[at] = lag;
  strengths[at] = strength;
  found.count = Math.min(MOST_CANDIDATES, found.count + 1);
}
