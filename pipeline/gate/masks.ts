import { FRAME_VALUES, MAGNITUDE_SCALE, type ChunkSpectrum } from './chunk-spectrum';
import { MAGNITUDE_EPSILON } from './noise-levels';
import { ROW_RANGE_DB } from './noise-statistics';
import { GATE_BINS, GATE_HOP } from './options';

/** Gains per frame and bin before smoothing. A whole recording's take megabytes: they are made row by row. */
export interface Mask {
  /** Writes the gains of a frame that the chunk's spectrum keeps, per bin, from `start` on. */
  readonly write: (frame: number, out: Float64Array, start: number) => void;
  /** Those of the chunk's frames of zeros. */
  readonly silence: Float64Array;
}

/** The power of a bin whose level is `db`; -1, which every bin exceeds, where that is below the level of nothing. */
function powerAt(db: number): number {
  const magnitude = (10 ** (db / 20) - MAGNITUDE_EPSILON) / MAGNITUDE_SCALE;
  return magnitude < 0 ? -1 : magnitude * magnitude;
}

/** The largest power of each bin. */
function loudestOf({ values, count }: ChunkSpectrum): Float64Array {
  const bins = GATE_BINS;
  const loudest = new Float64Array(bins);
  for (let j = 0, i = 0; j < count; j++) {
    for (let k = 0; k < bins; k++, i += 2) {
      const re = values[i] as number;
      const im = values[i + 1] as number;
      const power = re * re + im * im;
      if (power > (loudest[k] as number)) loudest[k] = power;
    }
  }
  return loudest;
}

/** 1 where the level is above the threshold of its frequency, else 0. */
export function stationaryMask(spectrum: ChunkSpectrum, thresholdsDb: Float64Array): Mask {
  const bins = GATE_BINS;
  // The comparison is made on powers, one power of ten per bin in place of one logarithm per frame and bin.
  const limits = thresholdsDb.map(powerAt);
  // Where a frequency is so loud once that the floor below it exceeds the threshold, silence does so, too.
  const floors = thresholdsDb.map((threshold) => powerAt(threshold + ROW_RANGE_DB));
  const silence = new Float64Array(bins);
  const mayExceed = (k: number): boolean => (limits[k] as number) < 0 || spectrum.mostPower > (floors[k] as number);
  if (limits.some((_, k) => mayExceed(k))) {
    const loudest = loudestOf(spectrum);
    for (let k = 0; k < bins; k++) {
      if ((loudest[k] as number) <= (floors[k] as number) && (limits[k] as number) >= 0) continue;
      silence[k] = 1;
      limits[k] = -1;
    }
  }
  return { write: (frame, out, start) => compare(spectrum.values, frame * FRAME_VALUES, limits, out, start), silence };
}

/** 1 where the power of a bin exceeds its limit, else 0. */
function compare(values: Float32Array, row: number, limits: Float64Array, out: Float64Array, start: number): void {
  for (let k = 0; k < limits.length; k++) {
    const re = values[row + 2 * k] as number;
    const im = values[row + 2 * k + 1] as number;
    // A condition would be guessed wrong too often.
    out[start + k] = Number(re * re + im * im > (limits[k] as number));
  }
}

/**
 * Magnitudes smoothed along time by a one-pole low-pass, forwards and then backwards over all frames of the chunk.
 * Over the frames of zeros the passes are geometric, so that they need no sums per frame.
 */
export function smoothedFloor(
  magnitudes: Float64Array,
  spectrum: ChunkSpectrum,
  sampleRate: number,
  timeConstantMs: number,
): Float64Array {
  const { first, count, frames } = spectrum;
  const framesPerConstant = Math.max(1e-3, ((timeConstantMs / 1000) * sampleRate) / GATE_HOP);
  const square = framesPerConstant * framesPerConstant;
  const b = (Math.sqrt(1 + 4 * square) - 1) / (2 * square);
  const a = 1 - b;
  const floor = new Float64Array(magnitudes.length);
  const bins = GATE_BINS;
  const size = count * bins;
  for (let k = 0; k < bins; k++) floor[k] = (first === 0 ? 1 : b) * (magnitudes[k] ?? 0);
  for (let i = bins; i < size; i++) {
    floor[i] = b * (magnitudes[i] as number) + a * (floor[i - bins] as number);
  }
  const after = frames - first - count;
  let carried = a ** after;
  for (let j = after; j >= 1; j--) carried = b * a ** j + a * carried;
  for (let i = size - bins; i >= 0 && i < size; i++) floor[i] = (b + a * carried) * (floor[i] as number);
  for (let i = size - bins - 1; i >= 0; i--) {
    floor[i] = b * (floor[i] as number) + a * (floor[i + bins] as number);
  }
  return floor;
}

/** A sigmoid of how far each magnitude is above its smoothed floor; where the floor is 0 nothing is kept. */
export function nonStationaryMask(
  magnitudes: Float64Array,
  floor: Float64Array,
  options: { readonly multiple: number; readonly slope: number },
): Mask {
  const { multiple, slope } = options;
  const write: Mask['write'] = (frame, out, start) => {
    for (let k = 0, i = frame * GATE_BINS; k < GATE_BINS; k++, i++) {
      const level = floor[i] as number;
      const above = ((magnitudes[i] as number) - level) / level;
      out[start + k] = level > 0 ? 1 / (1 + Math.exp(-slope * (above - multiple))) : 0;
    }
  };
  const silence = new Float64Array(GATE_BINS).fill(1 / (1 + Math.exp(slope * (1 + multiple))));
  return { write, silence };
}
