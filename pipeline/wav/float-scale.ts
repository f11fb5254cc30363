/** Full scales of integers that programs forget to divide by when they write floats. */
const INTEGER_SCALES = [2 ** 15, 2 ** 23, 2 ** 31];
/** Beyond full scale by 36 dB: louder than any recording that was scaled to 1. */
const UNSCALED_FROM = 64;
/** Share of samples that may lie beyond a scale: a glitch is no scale. */
const BEYOND_SHARE = 1e-3;

/**
 * Full scale of a recording that was stored as floats: 1, or that of the integers which it holds unscaled. A scaled
 * recording may go beyond 1, but holds fractions.
 */
export function floatFullScale(samples: Float32Array): number {
  const allowed = samples.length * BEYOND_SHARE;
  if (!isBeyond(samples, UNSCALED_FROM, allowed) && !isIntegers(samples)) return 1;
  // As much again, for what a filter adds.
  return INTEGER_SCALES.find((scale) => !isBeyond(samples, 2 * scale, allowed)) ?? 2 ** 31;
}

function isBeyond(samples: Float32Array, limit: number, allowed: number): boolean {
  let count = 0;
  for (let i = 0; i < samples.length; i++) if (Math.abs(samples[i] as number) > limit) count++;
  return count > allowed;
}

/** Whether all are whole numbers, and some are neither 0 nor full scale. */
function isIntegers(samples: Float32Array): boolean {
  let isLarge = false;
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] as number;
    if (!Number.isInteger(sample)) return false;
    isLarge ||= Math.abs(sample) > 1;
  }
  return isLarge;
}
