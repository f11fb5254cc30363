/** Hz. */
const LOWEST = 70;
const HIGHEST = 400;
/** A peak at half the lag that is nearly as high is the true one. */
const OCTAVE = 0.9;
/** Energy that makes silence unvoiced. */
const LEAST = 1e-12;

/** How voiced a moment is, and its pitch. */
export interface Voicing {
  /** Normalised autocorrelation at the pitch's lag, 0 to 1. */
  readonly strength: number;
  readonly hz: number;
}

/**
 * Pitch by normalised autocorrelation (Boersma 1993, without his correction for the window).
 * @param rate Hz, of the samples that are given later
 * @param width samples that are looked at, 30 ms or more for a man's voice
 * @returns a function of mono samples and of the place around which to look; what lies outside of the recording counts as zero
 */
export function pitchTracker(rate: number, width: number): (samples: Float32Array, centre: number) => Voicing {
  const [shortest, longest] = [Math.floor(rate / HIGHEST), Math.ceil(rate / LOWEST)];
  const strengths = new Float64Array(longest + 1);
  const part = new Float64Array(width);
  const energies = new Float64Array(width + 1);
  return (samples, centre) => {
    const from = centre - (width >> 1);
    for (let i = 0; i < width; i++) {
      const at = from + i;
      const value = at >= 0 && at < samples.length ? (samples[at] as number) : 0;
      part[i] = value;
      energies[i + 1] = (energies[i] as number) + value * value;
    }
    const whole = energies[width] as number;
    for (let lag = shortest; lag <= longest; lag++) {
      let product = 0;
      for (let i = lag; i < width; i++) product += (part[i] as number) * (part[i - lag] as number);
      strengths[lag] = product / Math.sqrt(((energies[width - lag] as number) + LEAST) * (whole - (energies[lag] as number) + LEAST));
    }
    const best = highestPeak(strengths, shortest, 0);
    const lag = highestPeak(strengths, shortest, OCTAVE * (strengths[best] as number));
    return { strength: Math.max(0, strengths[lag] as number), hz: rate / lag };
  };
}

/** The first peak that reaches `enough`; with 0, the highest one. */
function highestPeak(values: Float64Array, from: number, enough: number): number {
  let best = from;
  for (let i = from + 1; i + 1 < values.length; i++) {
    const value = values[i] as number;
    if (value < (values[i - 1] as number) || value < (values[i + 1] as number)) continue;
    if (enough > 0 && value >= enough) return i;
    if (value > (values[best] as number)) best = i;
  }
  return best;
}
