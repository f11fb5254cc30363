import type { AlignedPhone, Posteriors } from './align';

/** Rows of the encoder's block: frames x size, row-major. */
export interface Rows {
  readonly data: Float32Array;
  readonly frames: number;
  readonly size: number;
}

/** Frames that a phone's spike is late by, and the longest phone that is looked at. */
const EARLIER = 2;
const LONGEST = 12;
/** Frames after the last phone's spike that still belong to it. */
const AFTER_LAST = 4;
/** Frames before a phone whose mean tells what came before. */
const BEFORE = 3;
const LEAST_LOG = -12;
const NUMBERS = 5;

/** Numbers of each phone: three means of the block's rows, a value for each symbol, and five more. */
export function phoneFeatureSize(size: number, symbols: number): number {
  return 3 * size + symbols - 1 + NUMBERS;
}

/** Where a phone is looked at, frames. */
export function phoneSpan(phones: readonly AlignedPhone[], at: number, frames: number): { from: number; to: number } {
  const { start, end } = phones[at] as AlignedPhone;
  const next = phones[at + 1]?.start ?? Math.min(frames, end + AFTER_LAST);
  return { from: Math.max(0, start - EARLIER), to: Math.max(start + 1, Math.min(next, start + LONGEST)) };
}

/**
 * What the judge knows of each phone: the block's rows in its first and second half and before it, less the recording's mean;
 * the mean log posteriors of all symbols without the blank; its own best ones, its lead, its length and the rate of speech.
 * @returns phones x phoneFeatureSize, row-major
 */
export function phoneFeatures(phones: readonly AlignedPhone[], posteriors: Posteriors, block: Rows): Float32Array {
  const { frames, size } = block;
  const { symbols } = posteriors;
  const width = phoneFeatureSize(size, symbols);
  const out = new Float32Array(phones.length * width);
  const mean = meanOfRows(block, 0, frames);
  const spoken = withoutBlank(posteriors);
  phones.forEach(({ symbol, start }, at) => {
    const row = out.subarray(at * width, (at + 1) * width);
    const { from, to } = phoneSpan(phones, at, frames);
    const half = Math.max(1, (to - from) >> 1);
    const parts = [[from, from + half], [from + half - 1, to], [Math.max(0, from - BEFORE), from + 1]] as const;
    parts.forEach(([first, last], part) => {
      const values = meanOfRows(block, first, last);
      setDifferences(row.subarray(part * size, (part + 1) * size), values, mean);
    });
    const best = new Float64Array(symbols).fill(-Infinity);
    let likeliest = -Infinity;
    for (let frame = from; frame < to; frame++) {
      likeliest = Math.max(likeliest, posteriors.data[frame * symbols + symbol] as number);
      addPosteriors(best, row.subarray(3 * size - 1, 3 * size - 1 + symbols), spoken.subarray(frame * symbols, (frame + 1) * symbols), to - from);
    }
    for (let i = 3 * size; i < 3 * size + symbols - 1; i++) row[i] = 0.3 * Math.max(LEAST_LOG, row[i] as number);
    const own = best[symbol] as number;
    best[symbol] = -Infinity;
    row.set([likeliest, own - Math.max(...best), own, 0.1 * (to - start), (0.05 * frames) / phones.length], width - NUMBERS);
  });
  return out;
}

// Each of these loops is a function of its own, which V8 compiles sooner than one inside a longer function.

function setDifferences(to: Float32Array, values: Float64Array, less: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (values[i] as number) - (less[i] as number);
}

/** Of one frame, without the blank: into the best ones and, shared among `frames`, into the means. */
function addPosteriors(best: Float64Array, means: Float32Array, posteriors: Float32Array, frames: number): void {
  for (let symbol = 1; symbol < best.length; symbol++) {
    const value = posteriors[symbol] as number;
    best[symbol] = Math.max(best[symbol] as number, value);
    means[symbol] = (means[symbol] as number) + value / frames;
  }
}

function meanOfRows({ data, size }: Rows, from: number, to: number): Float64Array {
  const out = new Float64Array(size);
  for (let row = from; row < to; row++) for (let i = 0; i < size; i++) out[i] = (out[i] as number) + (data[row * size + i] as number);
  for (let i = 0; i < size; i++) out[i] = (out[i] as number) / Math.max(1, to - from);
  return out;
}

/** Log posteriors among the phones alone. */
function withoutBlank({ data, frames, symbols }: Posteriors): Float32Array {
  const out = new Float32Array(data.length);
  for (let frame = 0; frame < frames; frame++) {
    let sum = 1e-9;
    for (let i = 1; i < symbols; i++) sum += Math.exp(data[frame * symbols + i] as number);
    const logSum = Math.log(sum);
    for (let i = 1; i < symbols; i++) out[frame * symbols + i] = (data[frame * symbols + i] as number) - logSum;
  }
  return out;
}
