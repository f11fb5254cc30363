/** Semitones from `baseHz`; null where there is no voice. */
export function semitonesOf(hz: readonly (number | null)[], baseHz: number): (number | null)[] {
  return hz.map((value) => (value === null ? null : 12 * Math.log2(value / baseHz)));
}

/** The median of a speaker's pitch, Hz; null without voice. */
export function medianPitch(hz: readonly (number | null)[]): number | null {
  const rising = hz.filter((value) => value !== null).sort((a, b) => a - b);
  return rising[rising.length >> 1] ?? null;
}
