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

/** A row of `GATE_BINS` values within an array. */
interface Row {
  readonly values: Float64Array;
  readonly start: number;
}

const NOTHING: Row = { values: new Float64Array(GATE_BINS), start: 0 };

/** out[k] += weight * (a[k] + b[k]) for all bins. */
function addPair(out: Float64Array, weight: number, a: Row, b: Row): void {
  const bins = GATE_BINS;
  const { values: left, start: leftRow } = a;
  const { values: right, start: rightRow } = b;
  for (let k = 0; k < bins; k++) {
    out[k] = (out[k] as number) + weight * ((left[leftRow + k] as number) + (right[rightRow + k] as number));
  }
}

/** Writes the smoothed gains of kept frame `frame`, per bin. */
export type Gains = (frame: number, out: Float64Array) => void;

/**
 * The mask, smoothed along frequency and along time by triangles. Neighbours that are frames of zeros within the chunk
 * have the mask of silence; outside of the chunk is nothing. Frames that are asked for in their order are each made once.
 */
export function smoothedMask(mask: Mask, { first, count, frames }: ChunkSpectrum, reach: Reach): Gains {
  const bins = GATE_BINS;
  const kernel = triangle(reach.frames);
  const copy = new Float64Array(bins + 2 * reach.bins + 4);
  const smooth = (values: Float64Array, start: number): void => {
    if (reach.bins > 0) smoothRow(values, start, reach.bins, copy);
  };
  const silence: Row = { values: mask.silence.slice(), start: 0 };
  smooth(silence.values, 0);

  // As many rows as one frame needs, each frame's in a place of its own.
  const places = Math.min(kernel.length, count);
  const values = new Float64Array(places * bins);
  const rows: Row[] = Array.from({ length: places }, (_, place) => ({ values, start: place * bins }));
  const held = new Int32Array(places).fill(-1);
  const rowOf = (j: number): Row => {
    if (j < 0 || j >= count) return first + j >= 0 && first + j < frames ? silence : NOTHING;
    const place = j % places;
    const row = rows[place] as Row; // place < places
    if (held[place] !== j) {
      mask.write(j, values, row.start);
      smooth(values, row.start);
      held[place] = j;
    }
    return row;
  };

  const centre = kernel[reach.frames] as number;
  return (frame, out) => {
    const own = rowOf(frame);
    for (let k = 0; k < bins; k++) out[k] = centre * (own.values[own.start + k] as number);
    for (let i = 1; i <= reach.frames; i++) {
      addPair(out, kernel[reach.frames + i] as number, rowOf(frame - i), rowOf(frame + i));
    }
  };
}
