import { MOST_CANDIDATES, type Candidates } from './candidates';

/** Costs, in units of the NSDF. */
export interface PathCosts {
  /** Of a jump by an octave in 10 ms. */
  readonly jumpCost: number;
  /** Of a start or an end of the voice. */
  readonly voicingCost: number;
}

export interface Moment {
  readonly candidates: Candidates;
  /** Strength of no voice. */
  readonly unvoiced: number;
}

/** Lags that may be chosen, in samples. */
export interface LagRange {
  readonly minLag: number;
  readonly maxLag: number;
}

/** State 0 is no voice; state k is candidate k - 1. */
const STATES = MOST_CANDIDATES + 1;

/**
 * Chooses one pitch or none for each moment, so that it is strong and does not jump: the best path through all candidates, by
 * dynamic programming (Boersma 1993, Accurate short-term analysis of the fundamental frequency).
 * @returns a lag for each moment, in samples; 0 where there is no voice
 */
export function bestPath(moments: readonly Moment[], { jumpCost, voicingCost }: PathCosts, { minLag, maxLag }: LagRange): Float64Array {
  const from = new Uint8Array(moments.length * STATES);
  let [totals, before] = [new Float64Array(STATES), new Float64Array(STATES)];
  let [octaves, octavesBefore] = [new Float64Array(STATES), new Float64Array(STATES)];
  before.fill(-Infinity, 1);
  let statesBefore = 1;
  let row = 0;
  for (const { candidates, unvoiced } of moments) {
    const { count, lags, strengths } = candidates;
    for (let state = 0; state <= count; state++) {
      const lag = state === 0 ? 0 : (lags[state - 1] as number);
      const isAllowed = state === 0 || (lag >= minLag && lag <= maxLag);
      octaves[state] = state === 0 ? 0 : Math.log2(lag);
      let best = -Infinity;
      for (let earlier = 0; isAllowed && earlier < statesBefore; earlier++) {
        const jump = Math.abs((octaves[state] as number) - (octavesBefore[earlier] as number));
        const cost = (earlier === 0) !== (state === 0) ? voicingCost : jumpCost * jump;
        const total = (before[earlier] as number) - cost;
        if (total <= best) continue;
        best = total;
        from[row + state] = earlier;
      }
      totals[state] = best + (state === 0 ? unvoiced : (strengths[state - 1] as number));
    }
    statesBefore = count + 1;
    [totals, before] = [before, totals];
    [octaves, octavesBefore] = [octavesBefore, octaves];
    row += STATES;
  }
  return trace(moments, from, before);
}

/** @param totals of the last moment's states */
function trace(moments: readonly Moment[], from: Uint8Array, totals: Float64Array): Float64Array {
  const path = new Float64Array(moments.length);
  let state = 0;
  const last = moments.at(-1)?.candidates.count ?? 0;
  for (let i = 1; i <= last; i++) if ((totals[i] as number) > (totals[state] as number)) state = i;
  for (let at = moments.length - 1; at >= 0; at--) {
    path[at] = state === 0 ? 0 : (moments[at]?.candidates.lags[state - 1] as number);
    state = from[at * STATES + state] as number;
  }
  return path;
}
