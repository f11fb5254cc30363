import { kaiserWindow } from '../kaiser';

/** Half of the interpolation's length, in samples at the middle rate. */
export const INTERPOLATION_REACH = 9;
/** Values that one result is the sum of. */
export const TAPS = 2 * INTERPOLATION_REACH;

/** Middle rates are at least twice as high as their signal needs: with 18 values the images are 130 dB below. */
const window = kaiserWindow(130);
/** More places between two samples than this are interpolated themselves, which is good to -140 dB. */
const MOST_PLACES = 2048;

/** Weights for `places` evenly spaced places from one sample up to, and including, the next: `TAPS` for each. */
export interface Interpolation {
  readonly places: number;
  readonly weights: Float64Array;
}

/** @param steps places between two samples that are asked for */
export function interpolation(steps: number): Interpolation {
  const places = Math.min(MOST_PLACES, steps);
  const weights = new Float64Array((places + 1) * TAPS);
  for (let place = 0; place <= places; place++) {
    for (let i = 0; i < TAPS; i++) {
      const t = i - (INTERPOLATION_REACH - 1) - place / places;
      weights[place * TAPS + i] = sinc(t) * window(t / INTERPOLATION_REACH);
    }
  }
  return { places, weights };
}

function sinc(t: number): number {
  return t === 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
}

/** The value at a place after the sample `values[at + INTERPOLATION_REACH - 1]`; `row` is the place's first weight. */
export function weighted(values: Float64Array, at: number, weights: Float64Array, row: number): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < TAPS; i += 2) {
    even += (values[at + i] as number) * (weights[row + i] as number);
    odd += (values[at + i + 1] as number) * (weights[row + i + 1] as number);
  }
  return even + odd;
}
