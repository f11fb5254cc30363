import { complexFft, type ComplexFft } from './complex';

/** Bluestein's algorithm: a transform of any size as a convolution with a chirp, done by those of a power of two. */
export function chirpFft(size: number): ComplexFft {
  let padded = 1;
  while (padded < 2 * size - 1) padded *= 2;
  const fft = complexFft(padded);
  const inverse = complexFft(padded);
  const chirp = new Float64Array(2 * size);
  for (let n = 0; n < size; n++) {
    // n squared modulo the period of the chirp keeps the angle exact for large n.
    const angle = (Math.PI * ((n * n) % (2 * size))) / size;
    chirp[2 * n] = Math.cos(angle);
    chirp[2 * n + 1] = Math.sin(angle);
  }
  const mirrored = new Float64Array(2 * padded);
  mirrored.set(chirp);
  for (let n = 1; n < size; n++) mirrored.set(chirp.subarray(2 * n, 2 * n + 2), 2 * (padded - n));
  const filter = fft.forward(mirrored).map((value) => value / padded);
  const work = new Float64Array(2 * padded);
  const out = new Float64Array(2 * size);
  return {
    size,
    forward(values) {
      for (let i = 0; i < 2 * size; i += 2) {
        const re = values[i] as number;
        const im = values[i + 1] as number;
        const cos = chirp[i] as number;
        const sin = chirp[i + 1] as number;
        work[i] = re * cos + im * sin;
        work[i + 1] = im * cos - re * sin;
      }
      work.fill(0, 2 * size);
      const spectrum = fft.forward(work);
      // Conjugated, so that a forward transform is the inverse.
      for (let i = 0; i < 2 * padded; i += 2) {
        const re = spectrum[i] as number;
        const im = spectrum[i + 1] as number;
        const filterRe = filter[i] as number;
        const filterIm = filter[i + 1] as number;
        spectrum[i] = re * filterRe - im * filterIm;
        spectrum[i + 1] = -re * filterIm - im * filterRe;
      }
      const result = inverse.forward(spectrum);
      for (let i = 0; i < 2 * size; i += 2) {
        const re = result[i] as number;
        const im = -(result[i + 1] as number);
        const cos = chirp[i] as number;
        const sin = chirp[i + 1] as number;
        out[i] = re * cos + im * sin;
        out[i + 1] = im * cos - re * sin;
      }
      return out;
    },
  };
}
