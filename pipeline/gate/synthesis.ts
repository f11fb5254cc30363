import { complexInverse } from '../fft';
import { hannWindow } from '../stft';
import type { ChunkSpectrum } from './chunk-spectrum';
import { FRAME_VALUES } from './chunk-spectrum';
import { GATE_BINS, GATE_FFT_SIZE, GATE_HOP } from './options';

/** Squared Hann windows a quarter apart add up to this everywhere but in the margin, which is dropped. */
const WINDOW_ENERGY = 1.5;

/**
 * Multiplies each kept frame by its gains and adds the inverse transforms into `out`, which begins at sample
 * `outStart` of the chunk. Two frames share a complex transform, one as its real, one as its imaginary part.
 */
export function synthesise(
  spectrum: ChunkSpectrum,
  gainsOf: (frame: number, gains: Float64Array) => void,
  out: Float64Array,
  outStart: number,
): void {
  const { values, first, count } = spectrum;
  const plan = complexInverse(GATE_FFT_SIZE);
  const size = GATE_FFT_SIZE;
  const bins = GATE_BINS;
  const window = hannWindow(size, size).map((value) => value / WINDOW_ENERGY);
  const packed = new Float64Array(2 * GATE_FFT_SIZE);
  const gains = new Float64Array(GATE_BINS);
  const nextGains = new Float64Array(GATE_BINS);

  const add = (result: Float64Array, part: 0 | 1, frame: number): void => {
    const offset = (first + frame) * GATE_HOP - GATE_FFT_SIZE / 2 - outStart;
    const from = Math.max(0, -offset);
    const to = Math.min(GATE_FFT_SIZE, out.length - offset);
    for (let n = from; n < to; n++) {
      const at = offset + n;
      out[at] = (out[at] as number) + (result[2 * n + part] as number) * (window[n] as number);
    }
  };
  const reachesOut = (frame: number): boolean => {
    const centre = (first + frame) * GATE_HOP - outStart;
    return centre > -GATE_FFT_SIZE / 2 && centre < out.length + GATE_FFT_SIZE / 2;
  };

  for (let j = 0; j < count; j += 2) {
    const hasNext = j + 1 < count;
    if (!reachesOut(j) && !(hasNext && reachesOut(j + 1))) continue;
    gainsOf(j, gains);
    if (hasNext) gainsOf(j + 1, nextGains);
    else nextGains.fill(0);
    const row = j * FRAME_VALUES;
    const nextRow = hasNext ? row + FRAME_VALUES : row;
    for (let k = 0; k < bins; k++) {
      const gain = gains[k] as number;
      const nextGain = nextGains[k] as number;
      const re = (values[row + 2 * k] as number) * gain;
      const im = (values[row + 2 * k + 1] as number) * gain;
      const nextRe = (values[nextRow + 2 * k] as number) * nextGain;
      const nextIm = (values[nextRow + 2 * k + 1] as number) * nextGain;
      packed[2 * k] = re - nextIm;
      packed[2 * k + 1] = im + nextRe;
      if (k === 0 || k === bins - 1) continue;
      const mirrored = 2 * (size - k);
      packed[mirrored] = re + nextIm;
      packed[mirrored + 1] = nextRe - im;
    }
    const result = plan.inverse(packed);
    add(result, 0, j);
    if (hasNext) add(result, 1, j + 1);
  }
}
