import { realInverse } from '../fft';
import { hannWindow } from '../stft';
import type { ChunkSpectrum } from './chunk-spectrum';
import { FRAME_VALUES } from './chunk-spectrum';
import { GATE_BINS, GATE_FFT_SIZE, GATE_HOP } from './options';
import type { NextGains } from './smoothing';

/** Squared Hann windows a quarter apart add up to this everywhere but in the margin, which is dropped. */
const WINDOW_ENERGY = 1.5;

/**
 * Multiplies each kept frame by its gains and adds the inverse transforms into `out`, which begins at sample
 * `outStart` of the chunk.
 */
export function synthesise(spectrum: ChunkSpectrum, nextGains: NextGains, out: Float32Array, outStart: number): void {
  const { values, first, count } = spectrum;
  const size = GATE_FFT_SIZE;
  const plan = realInverse(size);
  const window = hannWindow(size, size).map((value) => value / WINDOW_ENERGY);
  const gains = new Float64Array(GATE_BINS);
  const gated = new Float64Array(FRAME_VALUES);

  for (let j = 0; j < count; j++) {
    nextGains(gains);
    multiply(values, j * FRAME_VALUES, gains, gated);
    addFrame(plan.inverse(gated), window, out, (first + j) * GATE_HOP - size / 2 - outStart);
  }
}

function multiply(values: Float32Array, start: number, gains: Float64Array, out: Float64Array): void {
  for (let k = 0, i = 0; k < gains.length; k++, i += 2) {
    const gain = gains[k] as number;
    out[i] = (values[start + i] as number) * gain;
    out[i + 1] = (values[start + i + 1] as number) * gain;
  }
}

/** Adds a frame times a window to `out` from sample `offset` on, as far as it lies inside. */
function addFrame(frame: Float64Array, window: Float64Array, out: Float32Array, offset: number): void {
  const to = Math.min(frame.length, out.length - offset);
  for (let n = Math.max(0, -offset); n < to; n++) {
    out[offset + n] = (out[offset + n] as number) + (frame[n] as number) * (window[n] as number);
  }
}
