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
  const [size, bins] = [GATE_FFT_SIZE, GATE_BINS];
  const plan = realInverse(size);
  const window = hannWindow(size, size).map((value) => value / WINDOW_ENERGY);
  const gains = new Float64Array(bins);
  const gated = new Float64Array(FRAME_VALUES);

  for (let j = 0; j < count; j++) {
    nextGains(gains);
    const offset = (first + j) * GATE_HOP - size / 2 - outStart;
    const from = Math.max(0, -offset);
    const to = Math.min(size, out.length - offset);
    if (from >= to) continue;
    for (let k = 0, i = j * FRAME_VALUES; k < bins; k++, i += 2) {
      const gain = gains[k] as number;
      gated[2 * k] = (values[i] as number) * gain;
      gated[2 * k + 1] = (values[i + 1] as number) * gain;
    }
    const frame = plan.inverse(gated);
    for (let n = from; n < to; n++) out[offset + n] = (out[offset + n] as number) + (frame[n] as number) * (window[n] as number);
  }
}
