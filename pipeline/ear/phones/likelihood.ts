import type { Posteriors } from './align';

const BLANK = 0;

/**
 * How likely a stretch of a recording holds these phones and nothing else, over all ways of connectionist temporal classification
 * (Graves et al., 2006).
 * @param from first frame
 * @param to the frame after the last one
 * @returns natural logarithm; -Infinity where the phones have more frames than there are
 */
export function logLikelihood({ data, symbols }: Posteriors, phones: readonly number[], from: number, to: number): number {
  const states = 2 * phones.length + 1;
  const symbolOf = (state: number): number => (state % 2 === 0 ? BLANK : (phones[state >> 1] as number));
  const at = (frame: number, state: number): number => data[frame * symbols + symbolOf(state)] as number;
  let now = new Float64Array(states).fill(-Infinity);
  for (let state = 0; state < Math.min(2, states); state++) now[state] = at(from, state);
  for (let frame = from + 1; frame < to; frame++) {
    const next = new Float64Array(states);
    for (let state = 0; state < states; state++) {
      let sum = logSum(now[state] as number, state > 0 ? (now[state - 1] as number) : -Infinity);
      const skips = state % 2 === 1 && state > 1 && symbolOf(state) !== symbolOf(state - 2);
      if (skips) sum = logSum(sum, now[state - 2] as number);
      next[state] = sum + at(frame, state);
    }
    now = next;
  }
  return logSum(now[states - 1] as number, states > 1 ? (now[states - 2] as number) : -Infinity);
}

function logSum(a: number, b: number): number {
  const [most, least] = a > b ? [a, b] : [b, a];
  return least === -Infinity ? most : most + Math.log1p(Math.exp(least - most));
}
