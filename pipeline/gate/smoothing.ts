import type { ChunkSpectrum } from './chunk-spectrum';
import type { Mask } from './masks';
import { GATE_BINS, GATE_FFT_SIZE, GATE_HOP } from './options';

/** Neighbours on each side that the smoothing reaches. */
export interface Reach {
  readonly bins: number;
  readonly frames: number;
}

/**
 * Reach of a smoothing of `smoothHz` and `smoothMs`. As in noisereduce a bin counts as sampleRate / 512 wide, twice
 * its true width. Less than one neighbour is no smoothing along that axis (noisereduce refuses it), and exactly one
 * along both is none at all.
 */
export function smoothingReach(smoothHz: number, smoothMs: number, sampleRate: number): Reach {
  const bins = Math.trunc(smoothHz / (sampleRate / (GATE_FFT_SIZE / 2)));
  const frames = Math.trunc(smoothMs / ((GATE_HOP / sampleRate) * 1000));
  return bins === 1 && frames === 1 ? { bins: 0, frames: 0 } : { bins: Math.max(0, bins), frames: Math.max(0, frames) };
}

/** Triangle 1..n+1..1 with sum 1. */
export function triangle(reach: number): Float64Array {
  const kernel = new Float64Array(2 * reach + 1);
  for (let i = 0; i < kernel.length; i++) kernel[i] = (reach + 1 - Math.abs(i - reach)) / (reach + 1) ** 2;
  return kernel;
}

/*
 * A convolution with a triangle changes from one place to the next by the difference of two boxes, the `reach + 1`
 * values after a place and the `reach + 1` up to it. Its cost does not depend on the triangle's width.
 */

/**
 * Convolves one row of `GATE_BINS` values with a triangle along frequency, zeros outside.
 * @param padded the row after `reach + 1` zeros and before one more
 */
function smoothBins(padded: Float64Array, reach: number, out: Float32Array): void {
  const bins = GATE_BINS;
  const margin = reach + 1;
  const scale = 1 / margin ** 2;
  let sum = 0;
  let right = 0;
  for (let i = 0; i <= reach; i++) {
    sum += (margin - i) * (padded[margin + i] as number);
    right += padded[margin + 1 + i] as number;
  }
  let left = padded[margin] as number;
  for (let k = 0; k < bins; k++) {
    out[k] = sum * scale;
    sum += right - left;
    const next = padded[margin + k + 1] as number;
    left += next - (padded[k + 1] as number);
    right += (padded[k + 2 * margin + 1] as number) - next;
  }
}

/** Writes the smoothed gains of the next frame, per bin. */
export type NextGains = (out: Float64Array) => void;

/**
 * The mask, smoothed along frequency and along time by triangles, frame after frame. Neighbours that are frames of
 * zeros within the chunk have the mask of silence. Outside of the chunk is nothing.
 * @param from the first frame that is asked for, counted as `mask.write` counts them
 */
export function smoothedMask(mask: Mask, { first, count, frames }: ChunkSpectrum, reach: Reach, from = 0): NextGains {
  const bins = GATE_BINS;
  const margin = reach.bins + 1;
  const padded = new Float64Array(bins + 2 * margin + 1);
  const silence = new Float32Array(bins);
  padded.set(mask.silence, margin);
  smoothBins(padded, reach.bins, silence);
  const nothing = new Float32Array(bins);

  // As many rows as one step needs. In single precision the sums below are exact, so that nothing adds up.
  const rows = Array.from({ length: Math.min(2 * reach.frames + 2, count) }, () => new Float32Array(bins));
  const made = new Int32Array(rows.length).fill(-1);
  const rowOf = (j: number): Float32Array => {
    if (j < 0 || j >= count) return first + j >= 0 && first + j < frames ? silence : nothing;
    const place = j % rows.length;
    const row = rows[place] as Float32Array; // place < rows.length
    if (made[place] !== j) {
      mask.write(j, padded, margin);
      smoothBins(padded, reach.bins, row);
      made[place] = j;
    }
    return row;
  };

  const width = reach.frames + 1;
  const scale = 1 / width ** 2;
  const sums = new Float64Array(SUMS * bins);
  for (let i = -reach.frames; i <= width; i++) begin(sums, rowOf(from + i), width - Math.abs(i), i <= 0 ? BEFORE : AFTER);
  let frame = from;
  return (out) => {
    const leaving = rowOf(frame - reach.frames);
    const next = rowOf(frame + 1);
    step(sums, leaving, next, scale, out);
    frame++;
    // Only now: the row takes the place of the one that has left.
    enter(sums, rowOf(frame + width));
  };
}

/** Sums over rows for each bin, side by side: by the triangle, of the box up to the current row, of the box after it. */
const SUMS = 3;
const TRIANGLE = 0;
const BEFORE = 1;
const AFTER = 2;

/** Adds a row to the triangle's sum, by its weight there, and to the box that it lies in. */
function begin(sums: Float64Array, row: Float32Array, weight: number, box: number): void {
  for (let k = 0, i = 0; k < row.length; k++, i += SUMS) {
    const value = row[k] as number;
    sums[i + TRIANGLE] = (sums[i + TRIANGLE] as number) + weight * value;
    sums[i + box] = (sums[i + box] as number) + value;
  }
}

/** Writes the triangle's sum and goes on to the next row, but for the row that then enters the box after it. */
function step(sums: Float64Array, leaving: Float32Array, next: Float32Array, scale: number, out: Float64Array): void {
  for (let k = 0, i = 0; k < out.length; k++, i += SUMS) {
    const total = sums[i + TRIANGLE] as number;
    const before = sums[i + BEFORE] as number;
    const after = sums[i + AFTER] as number;
    const current = next[k] as number;
    out[k] = total * scale;
    sums[i + TRIANGLE] = total + after - before;
    sums[i + BEFORE] = before + current - (leaving[k] as number);
    sums[i + AFTER] = after - current;
  }
}

function enter(sums: Float64Array, row: Float32Array): void {
  for (let k = 0, i = AFTER; k < row.length; k++, i += SUMS) sums[i] = (sums[i] as number) + (row[k] as number);
}
