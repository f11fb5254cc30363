import { KERNEL_HALF_WIDTH, lowPassKernel } from './kaiser';
import { resampleByBlocks } from './resample/blocks';

/** With larger terms of the ratio (odd pairs of rates) the weights are looked up in one finely sampled kernel. */
const MAX_RATIO_TERM = 2048;
/** Samples of the kernel per sample at the lower rate: linear interpolation is then good to -145 dB. */
const FINE_STEPS = 8192;

let fineKernel: Float64Array | undefined;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** The signal as doubles with `margin` zeros at both ends, so that the filter never looks outside. */
function withMargins(samples: Float32Array, margin: number): Float64Array {
  const padded = new Float64Array(samples.length + 2 * margin);
  padded.set(samples, margin);
  return padded;
}

function fineKernelTable(): Float64Array {
  if (fineKernel === undefined) {
    fineKernel = new Float64Array(Math.ceil(KERNEL_HALF_WIDTH * FINE_STEPS) + 2);
    for (let i = 0; i < fineKernel.length; i++) fineKernel[i] = lowPassKernel(i / FINE_STEPS);
  }
  return fineKernel;
}

function resampleByKernel(samples: Float32Array, up: number, down: number, out: Float32Array): void {
  const kernel = fineKernelTable();
  const scale = Math.min(1, up / down);
  const half = Math.ceil(KERNEL_HALF_WIDTH / scale);
  const padded = withMargins(samples, half);
  const last = kernel.length - 2;
  for (let m = 0; m < out.length; m++) {
    const position = (m * down) / up;
    const base = Math.floor(position);
    const fraction = position - base;
    let sum = 0;
    for (let k = 0; k < 2 * half; k++) {
      const at = Math.abs(fraction + half - 1 - k) * scale * FINE_STEPS;
      const index = Math.floor(at);
      if (index > last) continue;
      const left = kernel[index] as number;
      sum += (left + (at - index) * ((kernel[index + 1] as number) - left)) * (padded[base + 1 + k] as number);
    }
    out[m] = sum * scale;
  }
}

/**
 * Changes the sample rate from `from` to `to` Hz (whole numbers): a Kaiser-windowed sinc of 140 dB, linear
 * phase and no delay, with the band of libsoxr's HQ recipe. Output has ceil(n * to / from) samples.
 */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const divisor = greatestCommonDivisor(from, to);
  const up = to / divisor;
  const down = from / divisor;
  const out = new Float32Array(Math.ceil((samples.length * up) / down));
  if (Math.max(up, down) <= MAX_RATIO_TERM) resampleByBlocks(samples, up, down, out);
  else resampleByKernel(samples, up, down, out);
  return out;
}
