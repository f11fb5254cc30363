import type { Contour } from '../facts';
import type { Stretch } from './runs';
import { semitonesOf } from './semitones';

export type SentenceEnd = 'rising' | 'falling' | 'level';

/** How much of the voice before its end is looked at, ms: the last syllables. */
const TAIL_MS = 500;
/** Shorter voice says nothing, ms. */
const LEAST_MS = 80;
/** Smaller movements in running speech are not heard as such ('t Hart 1981: 1.5 to 2 semitones). */
const HEARD = 2;
/** A small rise after a deep fall is the voice that lets go. */
const LEAST_SHARE = 0.3;
/** Moments whose median stands for one of them. */
const MEDIAN = 5;

/** How the pitch moves at the end of a sentence; null where there is too little voice. The last movement that can be heard counts. */
export function sentenceEnd({ hz, hopMs }: Contour, { start, end }: Stretch): SentenceEnd | null {
  let last = end - 1;
  while (last >= start && hz[last] === null) last--;
  const from = Math.max(start, last + 1 - Math.round(TAIL_MS / hopMs));
  const voiced = semitonesOf(hz.slice(from, last + 1), 1).filter((value) => value !== null);
  if (voiced.length * hopMs < LEAST_MS) return null;
  const steady = medians(voiced);
  const final = steady.at(-1) as number;
  const [lowest, highest] = [Math.min(...steady), Math.max(...steady)];
  const [rise, fall] = [final - lowest, highest - final];
  const endsUpwards = steady.lastIndexOf(lowest) > steady.lastIndexOf(highest);
  if (rise >= Math.max(HEARD, LEAST_SHARE * (highest - lowest)) && (endsUpwards || fall < HEARD)) return 'rising';
  return fall >= HEARD ? 'falling' : 'level';
}

/** Of each run of MEDIAN values. */
function medians(values: readonly number[]): number[] {
  return values.slice(MEDIAN - 1).map((_, i) => [...values.slice(i, i + MEDIAN)].sort((a, b) => a - b)[MEDIAN >> 1] as number);
}
