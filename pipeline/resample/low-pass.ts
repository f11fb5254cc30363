import { realFft, realInverse } from '../fft';
import { KERNEL_HALF_WIDTH, lowPassKernel } from '../kaiser';
import { INTERPOLATION_REACH } from './interpolation';

/** A low-pass filter that brings a block of samples to a middle rate. */
export interface LowPass {
  /** The middle rate by the input's, a power of two. The middle rate is at least twice the lower of the two rates. */
  readonly factor: number;
  /** Samples of a block. */
  readonly size: number;
  /** Samples at both ends of a block that the ends have spoilt; a whole number at the middle rate, too. */
  readonly margin: number;
  /** `size * factor` samples at the middle rate from a block of `size`, to be read before the next call. */
  run(block: Float64Array): Float64Array;
}

/** A block is at least so many times as long as half the filter. */
const BLOCK_LENGTH = 8;
/** Samples of the kernel per sample of the input: its images then lie far within the stop band. */
const OVERSAMPLING = 8;

/** The power of two that brings `from` to two to four times the lower rate, if it does not lie higher by one octave. */
function factorFor(from: number, to: number): number {
  const lower = Math.min(from, to);
  let factor = 1;
  while (factor * from < 2 * lower) factor *= 2;
  while (factor * from >= 4 * lower) factor /= 2;
  return factor;
}

/** The kernel's Fourier transform at the bins of `size` samples, which are `perLower` for each sample at the lower rate. */
function kernelResponse(size: number, perLower: number): Float64Array {
  const grid = new Float64Array(size * OVERSAMPLING);
  const step = 1 / (OVERSAMPLING * perLower);
  const reach = Math.floor(KERNEL_HALF_WIDTH / step);
  for (let n = -reach; n <= reach; n++) grid[n < 0 ? grid.length + n : n] = lowPassKernel(n * step) * step;
  const spectrum = realFft(grid.length).forward(grid);
  return Float64Array.from({ length: size / 2 + 1 }, (_, k) => spectrum[2 * k] as number);
}

/**
 * The filter of `lowPassKernel` between two rates, applied to spectra (overlap-save), whose bins beyond the middle rate's
 * Nyquist frequency are cut off or filled with zeros.
 */
export function lowPass(from: number, to: number): LowPass {
  const factor = factorFor(from, to);
  const perLower = Math.max(1, from / to);
  const step = Math.max(1, 1 / factor);
  const half = KERNEL_HALF_WIDTH * perLower;
  const margin = step * (Math.ceil(half / step) + INTERPOLATION_REACH);
  let size = 2;
  while (size < BLOCK_LENGTH * half || size < 4 * margin) size *= 2;
  const response = kernelResponse(size, perLower)
    .subarray(0, Math.min(size, size * factor) / 2 + 1)
    .map((gain) => gain * factor);
  const [fft, back] = [realFft(size), realInverse(size * factor)];
  const shaped = new Float64Array(size * factor + 2);
  return {
    factor,
    size,
    margin,
    run(block) {
      shape(fft.forward(block), response, shaped);
      return back.inverse(shaped);
    },
  };
}

function shape(spectrum: Float64Array, response: Float64Array, out: Float64Array): void {
  for (let k = 0; k < response.length; k++) {
    const gain = response[k] as number;
    out[2 * k] = gain * (spectrum[2 * k] as number);
    out[2 * k + 1] = gain * (spectrum[2 * k + 1] as number);
  }
}
