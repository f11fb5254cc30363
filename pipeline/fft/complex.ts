import FFT = require('fft.js');
import { bluestein } from './bluestein';

/**
 * Fourier transform of complex values of one size. The result belongs to the plan: read it before the next call.
 */
export interface ComplexFft {
  readonly size: number;
  /** Interleaved [re, im, ...] in and out, not scaled; the input is not changed. Equals numpy.fft.fft. */
  forward(values: Float64Array): Float64Array;
}

/** A plan for any size from 1 on: by fft.js where the size is a power of two, else by Bluestein's algorithm on top of it. */
export function complexFft(size: number): ComplexFft {
  const isPowerOfTwo = (size & (size - 1)) === 0;
  // fft.js begins at 2.
  return isPowerOfTwo && size > 1 ? powerOfTwo(size) : bluestein(size);
}

function powerOfTwo(size: number): ComplexFft {
  const fft = new FFT(size);
  const out = new Float64Array(2 * size);
  return {
    size,
    forward(values) {
      fft.transform(out, values);
      return out;
    },
  };
}
