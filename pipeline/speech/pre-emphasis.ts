const COEFFICIENT = 0.97;
const SAMPLE_RATE = 16000;

/** The gain in power of pre-emphasis by 0.97 at 16 kHz, for any frequency and sample rate: levels a voice's tilt. */
export function preEmphasisPower(hz: number): number {
  return 1 + COEFFICIENT ** 2 - 2 * COEFFICIENT * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE);
}
