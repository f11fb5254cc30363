import FFT = require('fft.js');
import { bluestein } from './bluestein';
import type { ComplexFft } from './complex-fft';

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
