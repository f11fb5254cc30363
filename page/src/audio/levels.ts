/** dBFS: no level is shown below it. */
export const FLOOR_DB = -60;

/** Level of samples (-1 to 1), dBFS, never below `FLOOR_DB`. */
export function levelDb(samples: Float32Array): number {
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  return Math.max(FLOOR_DB, 10 * Math.log10(energy / Math.max(1, samples.length) + 1e-12));
}

/** The level that half of the given ones exceed; `FLOOR_DB` where there are none. */
export function medianDb(levels: readonly number[]): number {
  return [...levels].sort((a, b) => a - b)[Math.floor(levels.length / 2)] ?? FLOOR_DB;
}
