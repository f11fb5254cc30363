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

/**
 * Convolves one row of `GATE_BINS` values with a triangle, zeros outside, in place. The triangle's output changes
 * from bin to bin by the difference of two box sums, so the cost does not depend on its width.
 * @param copy work space, zeros but for the middle, where the row is copied to
 */
function smoothRow(values: Float64Array, row: number, reach: number, copy: Float64Array): void {
  const bins = GATE_BINS;
  const margin = reach + 1;
  for (let k = 0; k < bins; k++) copy[margin + k] = values[row + k] as number;
  const scale = 1 / (reach + 1) ** 2;
  // Sum for bin 0, and the boxes left (bins -reach..0) and right (1..reach + 1) of it.
  let sum = 0;
  let right = 0;
  for (let i = 0; i <= reach; i++) {
    sum += (reach + 1 - i) * (copy[margin + i] as number);
    right += copy[margin + 1 + i] as number;
  }
  let left = copy[margin] as number;
  for (let k = 0; k < bins; k++) {
    values[row + k] = sum * scale;
    sum += right - left;
    const at = margin + k + 1;
    left += (copy[at] as number) - (copy[at - reach - 1] as number);
    right += (copy[at + reach + 1] as number) - (copy[at] as number);
  }
}

/** Smooths along frequency, in place. */
export function smoothAlongFrequency(mask: Mask, reach: number): void {
  if (reach === 0) return;
  const copy = new Float64Array(GATE_BINS + 2 * reach + 4);
  for (let row = 0; row < mask.values.length; row += GATE_BINS) smoothRow(mask.values, row, reach, copy);
  smoothRow(mask.silence, 0, reach, copy);
}

/** A row of `GATE_BINS` values within an array. */
interface Row {
  readonly values: Float64Array;
  readonly start: number;
}

const NOTHING: Row = { values: new Float64Array(GATE_BINS), start: 0 };

/** Neighbours that are frames of zeros within the chunk have the mask of silence; outside of the chunk is nothing. */
function maskOf(mask: Mask, { first, count, frames }: ChunkSpectrum, j: number): Row {
  if (j >= 0 && j < count) return { values: mask.values, start: j * GATE_BINS };
  return first + j >= 0 && first + j < frames ? { values: mask.silence, start: 0 } : NOTHING;
}

/** out[k] += weight * (a[k] + b[k]) for all bins. */
function addPair(out: Float64Array, weight: number, a: Row, b: Row): void {
  const bins = GATE_BINS;
  const { values: left, start: leftRow } = a;
  const { values: right, start: rightRow } = b;
  for (let k = 0; k < bins; k++) {
    out[k] = (out[k] as number) + weight * ((left[leftRow + k] as number) + (right[rightRow + k] as number));
  }
}

/** The mask of kept frame `j`, smoothed along time with the symmetric `kernel`, written to `out`. */
export function smoothedFrame(
  mask: Mask,
  spectrum: ChunkSpectrum,
  j: number,
  kernel: Float64Array,
  out: Float64Array,
): void {
  const bins = GATE_BINS;
  const reach = (kernel.length - 1) / 2;
  const { values, start } = maskOf(mask, spectrum, j);
  const centre = kernel[reach] as number;
  for (let k = 0; k < bins; k++) out[k] = centre * (values[start + k] as number);
  for (let i = 1; i <= reach; i++) {
    addPair(out, kernel[reach + i] as number, maskOf(mask, spectrum, j - i), maskOf(mask, spectrum, j + i));
  }
}
