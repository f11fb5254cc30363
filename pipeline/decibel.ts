/** Smallest power that a logarithm is taken of, as in librosa.power_to_db. */
const MIN_POWER = 1e-10;

const DB_PER_NEPER = 10 / Math.LN10;

/** A ratio of two powers in dB, for inner loops: `Math.log` takes little more than half the time of `Math.log10`. */
export function powerRatioDb(ratio: number): number {
  return DB_PER_NEPER * Math.log(ratio);
}

/**
 * Power to decibels below the maximum, as librosa.power_to_db(ref=numpy.max): 10 log10 of each value (at least
 * 1e-10) against the largest, floored at `topDb` below the top. All of it is 0 where all is silent.
 */
export function powerToDb(power: Float32Array, topDb: number): Float32Array {
  let largest = MIN_POWER;
  for (let i = 0; i < power.length; i++) if ((power[i] as number) > largest) largest = power[i] as number;
  const reference = powerRatioDb(largest);
  const db = new Float32Array(power.length);
  for (let i = 0; i < power.length; i++) {
    const value = powerRatioDb(Math.max(MIN_POWER, power[i] as number)) - reference;
    db[i] = value > -topDb ? value : -topDb;
  }
  return db;
}

/** Amplitude to dBFS with a floor instead of minus infinity. */
export function amplitudeToDb(amplitude: number, floorDb: number): number {
  return amplitude > 0 ? Math.max(floorDb, 20 * Math.log10(amplitude)) : floorDb;
}

/** A level or gain in dB as the factor of an amplitude. */
export function dbToAmplitude(db: number): number {
  return 10 ** (db / 20);
}
