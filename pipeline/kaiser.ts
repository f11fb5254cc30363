/** Zeroth modified Bessel function of the first kind, by its power series (all terms positive, so exact). */
export function besselI0(x: number): number {
  const quarter = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}

/** Attenuation of the stop band, dB. */
const ATTENUATION_DB = 140;
/** Point of -6 dB and width of the transition, as fractions of the lower Nyquist frequency. */
const CUTOFF = 0.9565;
const TRANSITION = 0.087;

/**
 * Kaiser's window for filters whose stop band is `attenuationDb` down: at a position from -1 to 1 its value, 1 in the
 * middle, 0 outside (Oppenheim & Schafer, section 7.6, which has the formula of the filter's length, too).
 */
export function kaiserWindow(attenuationDb: number): (position: number) => number {
  const beta = 0.1102 * (attenuationDb - 8.7);
  const middle = besselI0(beta);
  return (position) => (position <= -1 || position >= 1 ? 0 : besselI0(beta * Math.sqrt(1 - position * position)) / middle);
}

const window = kaiserWindow(ATTENUATION_DB);

/** Half of the filter's length, in samples at the lower of the two rates. */
export const KERNEL_HALF_WIDTH = (ATTENUATION_DB - 7.95) / (2 * 2.285 * Math.PI * TRANSITION);

/**
 * Low-pass kernel at `t` samples of the lower rate from its centre: a sinc under a Kaiser window. Its integral is 1.
 * The same band as libsoxr's HQ recipe: flat to 0.913 of the Nyquist frequency, -6 dB at 0.9565.
 */
export function lowPassKernel(t: number): number {
  const angle = Math.PI * CUTOFF * t;
  const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
  return CUTOFF * sinc * window(t / KERNEL_HALF_WIDTH);
}
