import FFT = require('fft.js');

/**
 * Fourier transform of real frames of one size. The work arrays belong to the plan: a spectrum must be read
 * before the next call.
 */
export interface RealFft {
  readonly size: number;
  /** size / 2 + 1 for even sizes. */
  readonly bins: number;
  /**
   * `frame` holds `size` real values. Returns the interleaved spectrum [re, im, ...] of the non-negative
   * frequencies; anything behind the first `2 * bins` values is undefined. Equals numpy.fft.rfft.
   */
  forward(frame: Float64Array): Float64Array;
}

function isPowerOfTwo(size: number): boolean {
  return size >= 2 && (size & (size - 1)) === 0;
}

function powerOfTwoPlan(size: number): RealFft {
  const fft = new FFT(size);
  const spectrum = new Float64Array(2 * size);
  return {
    size,
    bins: size / 2 + 1,
    forward(frame) {
      fft.realTransform(spectrum, frame);
      return spectrum;
    },
  };
}

/** Bluestein's algorithm: any size as a convolution with a chirp, done by a power-of-two transform. */
function chirpPlan(size: number): RealFft {
  let padded = 4;
  while (padded < 2 * size - 1) padded *= 2;
  const fft = new FFT(padded);
  const cos = new Float64Array(size);
  const sin = new Float64Array(size);
  for (let n = 0; n < size; n++) {
    // n squared modulo the period of the chirp keeps the angle exact for large n.
    const angle = (Math.PI * ((n * n) % (2 * size))) / size;
    cos[n] = Math.cos(angle);
    sin[n] = Math.sin(angle);
  }
  const chirp = new Float64Array(2 * padded);
  for (let n = 0; n < size; n++) {
    const mirrored = n === 0 ? 0 : padded - n;
    for (const at of [n, mirrored]) {
      chirp[2 * at] = cos[n] ?? 0;
      chirp[2 * at + 1] = sin[n] ?? 0;
    }
  }
  const chirpSpectrum = new Float64Array(2 * padded);
  fft.transform(chirpSpectrum, chirp);
  const work = new Float64Array(2 * padded);
  const product = new Float64Array(2 * padded);
  const bins = Math.floor(size / 2) + 1;
  const spectrum = new Float64Array(2 * bins);
  return {
    size,
    bins,
    forward(frame) {
      work.fill(0);
      for (let n = 0; n < size; n++) {
        const value = frame[n] ?? 0;
        work[2 * n] = value * (cos[n] ?? 0);
        work[2 * n + 1] = -value * (sin[n] ?? 0);
      }
      fft.transform(product, work);
      for (let k = 0; k < 2 * padded; k += 2) {
        const re = product[k] ?? 0;
        const im = product[k + 1] ?? 0;
        const chirpRe = chirpSpectrum[k] ?? 0;
        const chirpIm = chirpSpectrum[k + 1] ?? 0;
        work[k] = re * chirpRe - im * chirpIm;
        work[k + 1] = re * chirpIm + im * chirpRe;
      }
      fft.inverseTransform(product, work);
      for (let k = 0; k < bins; k++) {
        const re = product[2 * k] ?? 0;
        const im = product[2 * k + 1] ?? 0;
        const c = cos[k] ?? 0;
        const s = sin[k] ?? 0;
        spectrum[2 * k] = re * c + im * s;
        spectrum[2 * k + 1] = im * c - re * s;
      }
      return spectrum;
    },
  };
}

const plans = new Map<number, RealFft>();

/** The plan for frames of `size` values (2 or more), made once. Powers of two are several times faster. */
export function realFft(size: number): RealFft {
  let plan = plans.get(size);
  if (plan === undefined) {
    plan = isPowerOfTwo(size) ? powerOfTwoPlan(size) : chirpPlan(size);
    plans.set(size, plan);
  }
  return plan;
}

/** Inverse transform of complex spectra, for two real signals at a time. The result must be read before the next call. */
export interface ComplexInverse {
  /** Interleaved [re, im, ...] of `size` bins in, of `size` samples out, divided by `size`. */
  inverse(spectrum: Float64Array): Float64Array;
}

const inverses = new Map<number, ComplexInverse>();

/** The inverse plan for a power of two, made once. */
export function complexInverse(size: number): ComplexInverse {
  let plan = inverses.get(size);
  if (plan === undefined) {
    const fft = new FFT(size);
    const out = new Float64Array(2 * size);
    plan = {
      inverse(spectrum) {
        fft.inverseTransform(out, spectrum);
        return out;
      },
    };
    inverses.set(size, plan);
  }
  return plan;
}
