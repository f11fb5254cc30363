/** Maps a value to a coordinate. */
export type Axis = (value: number) => number;

/** A linear axis. @param from the values at its two ends @param to the coordinates of these values */
export function linearAxis(from: readonly [number, number], to: readonly [number, number]): Axis {
  const perUnit = (to[1] - to[0]) / (from[1] - from[0]);
  return (value) => to[0] + (value - from[0]) * perUnit;
}

/** Steps of 1, 2 or 5 times a power of ten from `low` to `high`, at most `most` of them. */
export function ticks(low: number, high: number, most: number): number[] {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Multiples of the step, rounded: a running sum would collect rounding errors (0.30000000000000004).
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
