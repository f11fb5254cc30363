import { hannWindow } from '../stft';
import { MAGNITUDE_SCALE } from './chunk-spectrum';
import { GATE_BINS, GATE_FFT_SIZE, GATE_HOP } from './options';
import { singlePrecisionFft } from './single-fft';
import { singleLog10 } from './single-log';

const { fround } = Math;

/** Added to magnitudes before their logarithm is taken. */
export const MAGNITUDE_EPSILON = 2 ** -52;

export function magnitudeToDb(magnitude: number): number {
  return 20 * Math.log10(magnitude + MAGNITUDE_EPSILON);
}

/** Frames of a recording of `length` samples, which has half a frame of zeros added at both ends. */
export function noiseFrameCount(length: number): number {
  return Math.floor(length / GATE_HOP) + 1;
}

/** Energy of each frame: the sum of the squared magnitudes of its bins, which needs no transform (Parseval). */
export function noiseFrameEnergies(noise: Float32Array): Float64Array {
  const [size, half] = [GATE_FFT_SIZE, GATE_FFT_SIZE / 2];
  const window = hannWindow(size, size);
  const energies = new Float64Array(noiseFrameCount(noise.length));
  for (let j = 0; j < energies.length; j++) {
    const offset = j * GATE_HOP - half;
    const end = Math.min(size, noise.length - offset);
    let squares = 0;
    let even = 0;
    let odd = 0;
    // From an even sample on: offsets are multiples of the hop.
    for (let n = Math.max(0, -offset); n < end; n += 2) {
      const left = (noise[offset + n] as number) * (window[n] as number);
      const right = n + 1 < end ? (noise[offset + n + 1] as number) * (window[n + 1] as number) : 0;
      squares += left * left + right * right;
      even += left;
      odd += right;
    }
    // Every bin stands for itself and its mirror image, but for the first (even + odd) and the last (even - odd).
    energies[j] = half * squares + even * even + odd * odd;
  }
  return energies;
}

let transform: ReturnType<typeof singlePrecisionFft> | undefined;

/**
 * Levels in dB of the frames of a recording of noise, row-major frame x bin. In single precision throughout, as
 * noisereduce does it for the profile (the signal itself it transforms in double precision).
 */
export function noiseLevels(noise: Float32Array, frames: readonly number[]): Float32Array {
  transform ??= singlePrecisionFft(GATE_FFT_SIZE);
  const half = GATE_FFT_SIZE / 2;
  const bins = GATE_BINS;
  const [scale, epsilon] = [MAGNITUDE_SCALE, MAGNITUDE_EPSILON];
  const levels = new Float32Array(frames.length * bins);
  const window = Float32Array.from(hannWindow(GATE_FFT_SIZE, GATE_FFT_SIZE));
  const frame = new Float32Array(GATE_FFT_SIZE);
  const silence = magnitudeToDb(0);
  let row = 0;
  for (const j of frames) {
    const offset = j * GATE_HOP - half;
    let isSilent = true;
    for (let n = 0; n < frame.length; n++) {
      const at = offset + n;
      const sample = at >= 0 && at < noise.length ? (noise[at] as number) : 0;
      if (sample !== 0) isSilent = false;
      frame[n] = sample * (window[n] as number);
    }
    if (isSilent) {
      levels.fill(silence, row, row + bins);
    } else {
      const { re, im } = transform(frame);
      for (let k = 0; k < bins; k++) {
        const x = re[k] as number;
        const y = im[k] as number;
        const magnitude = fround(Math.sqrt(x * x + y * y) * scale);
        levels[row + k] = 20 * singleLog10(fround(magnitude + epsilon));
      }
    }
    row += bins;
  }
  return levels;
}
