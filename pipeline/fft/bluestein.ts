import FFT = require('fft.js');
import type { ComplexFft } from './complex-fft';

/**
 * Bluestein's algorithm (L. I. Bluestein, "A linear filtering approach to the computation of discrete Fourier
 * transform", 1970): a transform of any size is a convolution with a chirp, which transforms of a power of two compute.
 */
export function bluestein(size: number): ComplexFft {
  let padded = 2;
  while (padded < 2 * size - 1) padded *= 2;
  const fft = new FFT(padded);
  const chirp = chirpOf(size);
  const filter = filterOf(chirp, fft);
  const work = new Float64Array(2 * padded);
  const spectrum = new Float64Array(2 * padded);
  const out = new Float64Array(2 * size);
  return {
    size,
    forward(values) {
      multiplyByConjugate(values, chirp, work, 1);
      work.fill(0, 2 * size);
      fft.transform(spectrum, work);
      convolve(spectrum, filter);
      fft.transform(work, spectrum);
      multiplyByConjugate(work, chirp, out, -1);
      return out;
    },
  };
}

/** exp(i pi n^2 / size) for n below `size`. */
function chirpOf(size: number): Float64Array {
  const chirp = new Float64Array(2 * size);
  for (let n = 0; n < size; n++) {
    // n^2 modulo the period of the chirp keeps the angle exact for large n.
    const angle = (Math.PI * ((n * n) % (2 * size))) / size;
    chirp[2 * n] = Math.cos(angle);
    chirp[2 * n + 1] = Math.sin(angle);
  }
  return chirp;
}

/** The spectrum of the chirp and its mirror image, divided by the size of the transform. */
function filterOf(chirp: Float64Array, fft: FFT): Float64Array {
  const both = new Float64Array(2 * fft.size);
  both.set(chirp);
  for (let n = 2; n < chirp.length; n += 2) both.set(chirp.subarray(n, n + 2), 2 * fft.size - n);
  const filter = new Float64Array(2 * fft.size);
  fft.transform(filter, both);
  return filter.map((value) => value / fft.size);
}

/**
 * out = values * conj(chirp), for as many values as the chirp has.
 * @param sign of the imaginary part of `values`: -1 takes their conjugates
 */
function multiplyByConjugate(values: Float64Array, chirp: Float64Array, out: Float64Array, sign: 1 | -1): void {
  for (let i = 0; i < chirp.length; i += 2) {
    const re = values[i] as number;
    const im = sign * (values[i + 1] as number);
    const cos = chirp[i] as number;
    const sin = chirp[i + 1] as number;
    out[i] = re * cos + im * sin;
    out[i + 1] = im * cos - re * sin;
  }
}

/** spectrum = conj(spectrum * filter): the next forward transform then gives the conjugate of the inverse. */
function convolve(spectrum: Float64Array, filter: Float64Array): void {
  for (let i = 0; i < spectrum.length; i += 2) {
    const re = spectrum[i] as number;
    const im = spectrum[i + 1] as number;
    const filterRe = filter[i] as number;
    const filterIm = filter[i + 1] as number;
    spectrum[i] = re * filterRe - im * filterIm;
    spectrum[i + 1] = -re * filterIm - im * filterRe;
  }
}
