import { MOST_CANDIDATES, type Candidates } from './candidates';

/** Costs, in units of the NSDF; those of Boersma 1993, unless said otherwise. */
export interface PathCosts {
  /** Of a jump by an octave in 10 ms. */
  readonly jumpCost: number;
  /** Of a start or an end of the voice. */
  readonly voicingCost: number;
}

/** State 0 is no voice; state k is candidate k - 1. */
const STATES = MOST_CANDIDATES + 1;

/**
 * Chooses one pitch or none for each moment, so that it is strong and does not jump: the best path through all candidates, by
 * dynamic programming (Boersma 1993, Accurate short-term analysis of the fundamental frequency).
 */
export interface PitchPath {
  /** Adds the next moment. @param unvoiced strength of no voice */
  add(candidates: Candidates, unvoiced: number): void;
  /** Lags of the best path, in samples; 0 where there is no voice. */
  best(): Float64Array;
}

/** @param moments how many are added at most */
export function pitchPath(moments: number, { jumpCost, voicingCost }: PathCosts): PitchPath {
  const lags = new Float64Array(moments * STATES);
  const from = new Uint8Array(moments * STATES);
  const counts = new Uint8Array(moments);
  let totals = new Float64Array(STATES);
  let before = new Float64Array(STATES);
  const octaves = new Float64Array(STATES);
  const octavesBefore = new Float64Array(STATES);
  let countBefore = 0;
  let done = 0;

  return {
    add({ count, lags: found, strengths }, unvoiced) {
      [totals, before] = [before, totals];
      octavesBefore.set(octaves);
      const row = done * STATES;
      for (let state = 0; state <= count; state++) {
        const lag = state === 0 ? 0 : (found[state - 1] as number);
        const octave = state === 0 ? 0 : Math.log2(lag);
        octaves[state] = octave;
        lags[row + state] = lag;
        let best = -Infinity;
        let source = 0;
        for (let earlier = 0; done > 0 && earlier <= countBefore; earlier++) {
          const isSame = (earlier === 0) === (state === 0);
          const cost = !isSame ? voicingCost : state === 0 ? 0 : jumpCost * Math.abs(octave - (octavesBefore[earlier] as number));
          const total = (before[earlier] as number) - cost;
          if (total > best) [best, source] = [total, earlier];
        }
        const strength = state === 0 ? unvoiced : (strengths[state - 1] as number);
        totals[state] = (done === 0 ? 0 : best) + strength;
        from[row + state] = source;
      }
      counts[done] = count;
      countBefore = count;
      done++;
    },
    best() {
      const path = new Float64Array(done);
      let state = 0;
      for (let i = 1; done > 0 && i <= countBefore; i++) if ((totals[i] as number) > (totals[state] as number)) state = i;
      for (let at = done - 1; at >= 0; at--) {
        path[at] = lags[at * STATES + state] as number;
        state = from[at * STATES + state] as number;
      }
      return path;
    },
  };
}
