import { chirpFft } from './chirp';
import { passOfEight } from './pass-of-eight';
import { passOfFour, passOfOdd, passOfTwo, type Pass } from './passes';

/**
 * Fourier transform of complex values of one size. The work arrays belong to the plan: a result must be read before
 * the next call.
 */
export interface ComplexFft {
  readonly size: number;
  /** Interleaved [re, im, ...] in and out, not scaled; the input is not changed. Equals numpy.fft.fft. */
  forward(values: Float64Array): Float64Array;
}

/** Beyond it a pass costs more than a chirp. */
const LARGEST_PRIME = 13;

/** The factors of a transform, fours first, and before them an eight where a two would be left; undefined where a larger
 *  prime is among them. */
function factorsOf(size: number): number[] | undefined {
  const hasOddPower = size % 8 === 0 && Math.log2(size & -size) % 2 === 1;
  const factors = hasOddPower ? [8] : [];
  let rest = hasOddPower ? size / 8 : size;
  for (const factor of [4, 2, 3, 5, 7, 11, LARGEST_PRIME]) {
    for (; rest % factor === 0; rest /= factor) factors.push(factor);
  }
  return rest === 1 ? factors : undefined;
}

function passOf(length: number, stride: number, factor: number): Pass {
  if (factor === 8) return passOfEight(length, stride);
  if (factor === 4) return passOfFour(length, stride);
  return factor === 2 ? passOfTwo(length, stride) : passOfOdd(length, stride, factor);
}

/** A plan for any size from 1 on; those with small prime factors are several times faster. */
export function complexFft(size: number): ComplexFft {
  const factors = factorsOf(size);
  if (factors === undefined) return chirpFft(size);
  let stride = 1;
  const passes = factors.map((factor) => {
    const pass = passOf(size / stride, stride, factor);
    stride *= factor;
    return pass;
  });
  const buffers: [Float64Array, Float64Array] = [new Float64Array(2 * size), new Float64Array(2 * size)];
  return {
    size,
    forward(values) {
      let [to, other]: [Float64Array, Float64Array] = buffers;
      let from = values;
      for (const pass of passes) {
        pass(from, to);
        from = to;
        to = other;
        other = from;
      }
      return from;
    },
  };
}
