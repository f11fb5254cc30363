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

/** Levels in dB, row-major frame x bin, and the energy of each frame. */
export interface NoiseLevels {
  readonly levels: Float32Array;
  readonly energies: Float64Array;
  readonly frames: number;
}

let transform: ReturnType<typeof singlePrecisionFft> | undefined;

/**
 * Levels of a recording of noise, with 512 zeros at both ends. In single precision throughout, as noisereduce does
 * it for the profile (the signal itself it transforms in double precision).
 */
export function noiseLevels(noise: Float32Array): NoiseLevels {
  transform ??= singlePrecisionFft(GATE_FFT_SIZE);
  const half = GATE_FFT_SIZE / 2;
  const bins = GATE_BINS;
  const [scale, epsilon] = [MAGNITUDE_SCALE, MAGNITUDE_EPSILON];
  const frames = Math.floor(noise.length / GATE_HOP) + 1;
  const levels = new Float32Array(frames * bins);
  const energies = new Float64Array(frames);
  const window = Float32Array.from(hannWindow(GATE_FFT_SIZE, GATE_FFT_SIZE));
  const frame = new Float32Array(GATE_FFT_SIZE);
  const silence = magnitudeToDb(0);
  for (let j = 0; j < frames; j++) {
    const offset = j * GATE_HOP - half;
    let isSilent = true;
    for (let n = 0; n < frame.length; n++) {
      const at = offset + n;
      const sample = at >= 0 && at < noise.length ? (noise[at] as number) : 0;
      if (sample !== 0) isSilent = false;
      frame[n] = sample * (window[n] as number);
    }
    const row = j * bins;
    if (isSilent) {
      levels.fill(silence, row, row + bins);
      continue;
    }
    const { re, im } = transform(frame);
    let energy = 0;
    for (let k = 0; k < bins; k++) {
      const x = re[k] as number;
      const y = im[k] as number;
      const power = x * x + y * y;
      energy += power;
      const magnitude = fround(Math.sqrt(power) * scale);
      levels[row + k] = 20 * singleLog10(fround(magnitude + epsilon));
    }
    energies[j] = energy;
  }
  return { levels, energies, frames };
}
