import { sumOfSquares } from '../energy';
import { realFft, realInverse } from '../fft';

const FRAME_SECONDS = 0.04;
/** Periods of voices: 70 to 400 Hz. */
const MIN_LAG_SECONDS = 1 / 400;
const MAX_LAG_SECONDS = 1 / 70;
/** Frames that are looked at, spread over the sound. */
const FRAMES = 20;
/** Frames more than this below the loudest are pauses. */
const PAUSE = 1e-2;

/**
 * How well a sound repeats itself with the period of one voice: the highest autocorrelation at a lag of 2.5 to 14 ms,
 * normalised to -1 to 1, median over the frames that are no pause (Boersma 1993, without the correction for windows).
 * One voice or one string 0.9 and more, several notes at once around 0.5, noise 0.1 to 0.7. 0 for silence.
 */
export function harmonicity(samples: Float32Array, sampleRate: number): number {
  const [minLag, maxLag] = [Math.round(MIN_LAG_SECONDS * sampleRate), Math.round(MAX_LAG_SECONDS * sampleRate)];
  const length = Math.round(FRAME_SECONDS * sampleRate);
  const last = samples.length - length - maxLag;
  if (last < 0) return 0;
  const correlate = correlator(length, maxLag);
  const starts = Array.from({ length: FRAMES }, (_, i) => Math.floor((i * last) / (FRAMES - 1)));
  const energies = starts.map((start) => sumOfSquares(samples, start, start + length));
  const pause = Math.max(...energies) * PAUSE;
  const found = starts.flatMap((start, i) => {
    const energy = energies[i] ?? 0;
    if (energy === 0 || energy < pause) return [];
    const correlation = correlate(samples, start);
    let best = -1;
    let shifted = sumOfSquares(samples, start + minLag, start + minLag + length);
    for (let lag = minLag; lag <= maxLag; lag++) {
      if (shifted > 0) best = Math.max(best, (correlation[lag] as number) / Math.sqrt(energy * shifted));
      // The energy of the next lag's frame: one sample enters, one leaves.
      const entering = samples[start + lag + length] ?? 0;
      const leaving = samples[start + lag] as number;
      shifted += entering * entering - leaving * leaving;
    }
    return [best];
  });
  found.sort((a, b) => a - b);
  return found[found.length >> 1] ?? 0;
}

/**
 * Sums of samples[start + n] * samples[start + lag + n] over n below `length`, for each lag up to `maxLag`: a circular
 * correlation by Fourier transforms, long enough that nothing wraps around. To be read before the next call.
 */
function correlator(length: number, maxLag: number): (samples: Float32Array, start: number) => Float64Array {
  let size = 2;
  while (size < length + maxLag) size *= 2;
  const [fft, back] = [realFft(size), realInverse(size)];
  const frame = new Float64Array(size);
  const product = new Float64Array(2 * fft.bins);
  return (samples, start) => {
    frame.fill(0);
    frame.set(samples.subarray(start, start + length));
    product.set(fft.forward(frame));
    frame.set(samples.subarray(start + length, start + length + maxLag), length);
    const longer = fft.forward(frame);
    for (let k = 0; k < product.length; k += 2) {
      const aRe = product[k] as number;
      const aIm = product[k + 1] as number;
      const bRe = longer[k] as number;
      const bIm = longer[k + 1] as number;
      product[k] = aRe * bRe + aIm * bIm;
      product[k + 1] = aRe * bIm - aIm * bRe;
    }
    return back.inverse(product);
  };
}
