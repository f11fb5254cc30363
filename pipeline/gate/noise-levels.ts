import { powerRatioDb } from '../decibel';
import { realFft } from '../fft';
import { hannWindow, windowFrame } from '../stft';
import { MAGNITUDE_SCALE } from './chunk-spectrum';
import { GATE_BINS, GATE_FFT_SIZE, GATE_HOP } from './options';

/** Added to magnitudes before their logarithm is taken. */
export const MAGNITUDE_EPSILON = 2 ** -52;

export function magnitudeToDb(magnitude: number): number {
  return 2 * powerRatioDb(magnitude + MAGNITUDE_EPSILON);
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

/** Levels in dB of the frames of a recording of noise, row-major frame x bin. */
export function noiseLevels(noise: Float32Array, frames: readonly number[]): Float64Array {
  const [size, half, bins] = [GATE_FFT_SIZE, GATE_FFT_SIZE / 2, GATE_BINS];
  const square = MAGNITUDE_SCALE * MAGNITUDE_SCALE;
  const fft = realFft(size);
  const levels = new Float64Array(frames.length * bins);
  const window = hannWindow(size, size);
  const frame = new Float64Array(size);
  let row = 0;
  for (const j of frames) {
    windowFrame(noise, j * GATE_HOP - half, window, frame);
    const spectrum = fft.forward(frame);
    for (let k = 0; k < bins; k++) {
      const re = spectrum[2 * k] as number;
      const im = spectrum[2 * k + 1] as number;
      levels[row + k] = magnitudeToDb(Math.sqrt((re * re + im * im) * square));
    }
    row += bins;
  }
  return levels;
}
