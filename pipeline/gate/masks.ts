import { MAGNITUDE_SCALE, type ChunkSpectrum } from './chunk-spectrum';
import { MAGNITUDE_EPSILON, magnitudeToDb } from './noise-levels';
import { ROW_RANGE_DB } from './noise-statistics';
import { GATE_BINS, GATE_HOP } from './options';

/** Gains per frame and bin before smoothing. A whole recording's take megabytes: they are made row by row. */
export interface Mask {
  /** Writes the gains of a frame that the chunk's spectrum keeps, per bin, from `start` on. */
  readonly write: (frame: number, out: Float64Array, start: number) => void;
  /** Those of the chunk's frames of zeros. */
  readonly silence: Float64Array;
}

/** 1 where the level is above the threshold of its frequency, else 0. */
export function stationaryMask(spectrum: ChunkSpectrum, thresholdsDb: Float64Array): Mask {
  const bins = GATE_BINS;
  const { values: spectra, count } = spectrum;
  const loudest = new Float64Array(bins);
  for (let j = 0, i = 0; j < count; j++) {
    for (let k = 0; k < bins; k++, i += 2) {
      const re = spectra[i] as number;
      const im = spectra[i + 1] as number;
      const power = re * re + im * im;
      if (power > (loudest[k] as number)) loudest[k] = power;
    }
  }
  // The comparison is made on powers, one power of ten per bin in place of one logarithm per frame and bin.
  const limits = new Float64Array(bins);
  const silence = new Float64Array(bins);
  for (let k = 0; k < bins; k++) {
    const threshold = thresholdsDb[k] as number;
    const limit = (10 ** (threshold / 20) - MAGNITUDE_EPSILON) / MAGNITUDE_SCALE;
    limits[k] = limit < 0 ? -1 : limit * limit;
    const floor = magnitudeToDb(Math.sqrt(loudest[k] as number) * MAGNITUDE_SCALE) - ROW_RANGE_DB;
    if (Math.max(floor, magnitudeToDb(0)) > threshold) {
      silence[k] = 1;
      limits[k] = -1;
    }
  }
  const write: Mask['write'] = (frame, out, start) => {
    for (let k = 0, i = 2 * frame * bins; k < bins; k++, i += 2) {
      const re = spectra[i] as number;
      const im = spectra[i + 1] as number;
      out[start + k] = re * re + im * im > (limits[k] as number) ? 1 : 0;
    }
  };
  return { write, silence };
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
