import { CEPSTRA, type Moments } from './moments';

/** Moments from `start` to before `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Mean over a stretch, or over those of its moments whose voice reaches `least`; 0 where there are none. */
export function meanOf(values: Float32Array, { start, end }: Stretch, voicing?: Float32Array, least = 0): number {
  let sum = 0;
  let count = 0;
  for (let i = Math.max(0, start); i < Math.min(values.length, end); i++) {
    if (voicing !== undefined && (voicing[i] as number) < least) continue;
    sum += values[i] as number;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

/** Mean cepstra of a stretch, one moment at least, less those of the recording. */
export function meanCepstra({ cepstra, count }: Moments, { start, end }: Stretch, whole: readonly number[]): number[] {
  const from = Math.min(Math.max(0, start), count - 1);
  const to = Math.min(count, Math.max(end, from + 1));
  return whole.map((mean, k) => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += cepstra[i * CEPSTRA + k] as number;
    return sum / (to - from) - mean;
  });
}

/** Of the moments that are not silent: within 35 dB of the loudest. */
export function cepstraOfRecording({ cepstra, count, level }: Moments): number[] {
  const least = level.reduce((most, value) => Math.max(most, value), -Infinity) - 35;
  const sums = new Array<number>(CEPSTRA).fill(0);
  let heard = 0;
  for (let i = 0; i < count; i++) {
    if ((level[i] as number) < least) continue;
    heard++;
    for (let k = 0; k < CEPSTRA; k++) sums[k] = (sums[k] as number) + (cepstra[i * CEPSTRA + k] as number);
  }
  return sums.map((sum) => sum / Math.max(1, heard));
}
