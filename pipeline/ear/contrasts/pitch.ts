/** Hz. */
const LOWEST = 70;
const HIGHEST = 400;
/** A peak at half the lag that is nearly as high is the true one. */
const OCTAVE = 0.9;

/** How voiced a moment is, and its pitch. */
export interface Voicing {
  /** Normalised autocorrelation at the pitch's lag, 0 to 1. */
  readonly strength: number;
  readonly hz: number;
}

/**
 * Pitch by normalised autocorrelation (Boersma 1993, without his correction for the window).
 * @param samples mono, with `width` samples around `centre`; those outside of the recording count as zero
 * @param width samples, 30 ms or more for a man's voice
 */
export function voicingAt(samples: Float32Array, rate: number, centre: number, width: number): Voicing {
  const from = centre - (width >> 1);
  const at = (i: number): number => samples[from + i] ?? 0;
  const [shortest, longest] = [Math.floor(rate / HIGHEST), Math.ceil(rate / LOWEST)];
  const strengths = new Float64Array(longest + 1);
  for (let lag = shortest; lag <= longest; lag++) {
    let product = 0;
    let first = 1e-12;
    let second = 1e-12;
    for (let i = 0; i + lag < width; i++) {
      const [a, b] = [at(i), at(i + lag)];
      product += a * b;
      first += a * a;
      second += b * b;
    }
    strengths[lag] = product / Math.sqrt(first * second);
  }
  const best = highestPeak(strengths, shortest, 0);
  const lag = highestPeak(strengths, shortest, OCTAVE * (strengths[best] as number));
  return { strength: Math.max(0, strengths[lag] as number), hz: rate / lag };
}

/** The first peak that reaches `enough`; with 0, the highest one. */
function highestPeak(values: Float64Array, from: number, enough: number): number {
  let best = from;
  for (let i = from + 1; i + 1 < values.length; i++) {
    const [before = 0, value = 0, after = 0] = values.subarray(i - 1, i + 2);
    if (value < before || value < after) continue;
    if (enough > 0 && value >= enough) return i;
    if (value > (values[best] as number)) best = i;
  }
  return best;
}
