import { realFft, realInverse } from '../fft';

/** Energy that makes silence unlike itself. */
const LEAST = 1e-12;

/** How alike a frame is to itself, shifted by each lag: see `nsdf`. */
export interface Nsdf {
  /** @param from sample at which the frame starts; what lies outside of the recording counts as zero
   *  @returns for lags 0 to `maxLag`, -1 to 1; to be read before the next call */
  of(samples: Float32Array, from: number): Float64Array;
}

/**
 * The normalised square difference function, 2 sum x[j] x[j + lag] / sum (x[j]^2 + x[j + lag]^2) over the samples of the frame
 * that have a partner in it (McLeod & Wyvill 2005, A smarter way to find pitch), by Fourier transforms. The frame loses its mean.
 * @param width samples of a frame, more than `maxLag`
 */
export function nsdf(width: number, maxLag: number): Nsdf {
  let size = 2;
  while (size < width + maxLag) size *= 2;
  const [fft, back] = [realFft(size), realInverse(size)];
  const frame = new Float64Array(size);
  const power = new Float64Array(2 * fft.bins);
  const out = new Float64Array(maxLag + 1);
  return {
    of(samples, from) {
      const first = Math.max(0, -from);
      const end = Math.max(first, Math.min(width, samples.length - from));
      let sum = 0;
      for (let i = first; i < end; i++) sum += samples[from + i] as number;
      const mean = sum / width;
      let energy = 0;
      frame.fill(0);
      for (let i = first; i < end; i++) {
        const value = (samples[from + i] as number) - mean;
        frame[i] = value;
        energy += value * value;
      }
      const spectrum = fft.forward(frame);
      for (let k = 0; k < power.length; k += 2) power[k] = (spectrum[k] as number) ** 2 + (spectrum[k + 1] as number) ** 2;
      const products = back.inverse(power);
      let energies = 2 * energy;
      for (let lag = 0; lag <= maxLag; lag++) {
        out[lag] = (2 * (products[lag] as number)) / (energies + LEAST);
        // The next lag has neither the first nor the last of the samples that are left.
        energies -= (frame[lag] as number) ** 2 + (frame[width - 1 - lag] as number) ** 2;
      }
      return out;
    },
  };
}
