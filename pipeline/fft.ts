import { LRUCache } from 'lru-cache';
import { complexFft } from './fft/complex';

/**
 * Fourier transform of real frames of one size, and back. The work arrays belong to the plan: what a call returns must
 * be read before the next call.
 */
export interface RealFft {
  readonly size: number;
  /** size / 2 + 1 for even sizes. */
  readonly bins: number;
  /**
   * `frame` holds `size` real values. Returns the interleaved spectrum [re, im, ...] of the non-negative
   * frequencies. Equals numpy.fft.rfft.
   */
  forward(frame: Float64Array): Float64Array;
}

/** The way back, for even sizes. */
export interface RealInverse {
  /** `size` samples from the interleaved spectrum of the non-negative frequencies. Equals numpy.fft.irfft. */
  inverse(spectrum: Float64Array): Float64Array;
}

/** exp(-2 pi i k / size) as [re, im] for k up to `size / 4`. */
function quarterTurn(size: number): Float64Array {
  const table = new Float64Array(2 * (Math.floor(size / 4) + 1));
  for (let k = 0; 2 * k < table.length; k++) {
    table[2 * k] = Math.cos((2 * Math.PI * k) / size);
    table[2 * k + 1] = -Math.sin((2 * Math.PI * k) / size);
  }
  return table;
}

/**
 * Even and odd samples are the real and the imaginary part of a complex transform of half the size; its bins k and
 * size / 2 - k give those of both (Numerical Recipes, section 12.3).
 */
function evenPlan(size: number): RealFft {
  const half = size / 2;
  const fft = complexFft(half);
  const table = quarterTurn(size);
  const spectrum = new Float64Array(size + 2);
  return {
    size,
    bins: half + 1,
    forward(frame) {
      const packed = fft.forward(frame);
      const [re, im] = [packed[0] as number, packed[1] as number];
      spectrum[0] = re + im;
      spectrum[1] = 0;
      spectrum[size] = re - im;
      spectrum[size + 1] = 0;
      for (let k = 2, mirrored = size - 2; k <= mirrored; k += 2, mirrored -= 2) {
        const aRe = packed[k] as number;
        const aIm = packed[k + 1] as number;
        const bRe = packed[mirrored] as number;
        const bIm = packed[mirrored + 1] as number;
        const wRe = table[k] as number;
        const wIm = table[k + 1] as number;
        const evenRe = 0.5 * (aRe + bRe);
        const evenIm = 0.5 * (aIm - bIm);
        const oddRe = 0.5 * (aIm + bIm);
        const oddIm = 0.5 * (bRe - aRe);
        const turnedRe = oddRe * wRe - oddIm * wIm;
        const turnedIm = oddRe * wIm + oddIm * wRe;
        spectrum[k] = evenRe + turnedRe;
        spectrum[k + 1] = evenIm + turnedIm;
        spectrum[mirrored] = evenRe - turnedRe;
        spectrum[mirrored + 1] = turnedIm - evenIm;
      }
      return spectrum;
    },
  };
}

function oddPlan(size: number): RealFft {
  const fft = complexFft(size);
  const values = new Float64Array(2 * size);
  return {
    size,
    bins: (size + 1) / 2,
    forward(frame) {
      for (let n = 0; n < size; n++) values[2 * n] = frame[n] as number;
      return fft.forward(values).subarray(0, size + 1);
    },
  };
}

function inversePlan(size: number): RealInverse {
  const half = size / 2;
  const fft = complexFft(half);
  const table = quarterTurn(size);
  const packed = new Float64Array(size);
  const scale = 1 / size;
  return {
    inverse(spectrum) {
      const [first, last] = [spectrum[0] as number, spectrum[size] as number];
      packed[0] = scale * (first + last);
      packed[1] = scale * (first - last);
      for (let k = 2, mirrored = size - 2; k <= mirrored; k += 2, mirrored -= 2) {
        const aRe = scale * (spectrum[k] as number);
        const aIm = scale * (spectrum[k + 1] as number);
        const bRe = scale * (spectrum[mirrored] as number);
        const bIm = scale * (spectrum[mirrored + 1] as number);
        const wRe = table[k] as number;
        const wIm = table[k + 1] as number;
        const evenRe = aRe + bRe;
        const evenIm = aIm - bIm;
        const apartRe = aRe - bRe;
        const apartIm = aIm + bIm;
        const oddRe = apartRe * wRe + apartIm * wIm;
        const oddIm = apartIm * wRe - apartRe * wIm;
        // In mirrored order, so that a forward transform is the inverse.
        packed[mirrored] = evenRe - oddIm;
        packed[mirrored + 1] = evenIm + oddRe;
        packed[k] = evenRe + oddIm;
        packed[k + 1] = oddRe - evenIm;
      }
      return fft.forward(packed);
    },
  };
}

/** Plans that are kept: a flow uses few sizes. */
const KEPT_PLANS = 16;

const plans = new LRUCache<number, RealFft>({
  max: KEPT_PLANS,
  memoMethod: (size) => (size % 2 === 0 ? evenPlan(size) : oddPlan(size)),
});

const inversePlans = new LRUCache<number, RealInverse>({ max: KEPT_PLANS, memoMethod: inversePlan });

/** The plan for frames of `size` values (2 or more), made once. Powers of two are several times faster than other sizes. */
export function realFft(size: number): RealFft {
  return plans.memo(size);
}

/** The plan of the inverse transform to an even number of samples, made once. */
export function realInverse(size: number): RealInverse {
  return inversePlans.memo(size);
}
