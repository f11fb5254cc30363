import { createHash } from 'node:crypto';
import { emptyBinsOf } from './empty-bins';
import type { Entry, Tolerance } from './manifest';
import type { Result } from './operations';
import type { Values } from './stored';
import { cut } from './stored';

/** Undefined where our values are within the tolerance, else what is wrong with them. */
function compareArrays(ours: Values, stored: Values, tolerance: Tolerance): string | undefined {
  if (ours.shape.join() !== stored.shape.join()) return `shape ${ours.shape.join(' x ')}, not ${stored.shape.join(' x ')}`;
  let largestDifference = 0;
  let largestValue = 0;
  let sumOfDifferences = 0;
  let signalEnergy = 0;
  let errorEnergy = 0;
  for (let i = 0; i < stored.data.length; i++) {
    const expected = stored.data[i] ?? NaN;
    const difference = Math.abs((ours.data[i] ?? NaN) - expected);
    if (Number.isNaN(difference)) return `value ${i} is not a number`;
    largestDifference = Math.max(largestDifference, difference);
    largestValue = Math.max(largestValue, Math.abs(expected));
    sumOfDifferences += difference;
    signalEnergy += expected * expected;
    errorEnergy += difference * difference;
  }
  const { maxAbs, maxAbsDb, meanAbs, minSnrDb, rel, relToMax } = tolerance;
  const limits = [maxAbs, maxAbsDb, meanAbs, minSnrDb, rel, relToMax];
  const isExact = tolerance.exact === true || limits.every((limit) => limit === undefined);
  if (isExact && largestDifference > 0) return `differs by ${largestDifference}, must be exact`;
  const absolute = maxAbs ?? maxAbsDb;
  if (absolute !== undefined && largestDifference > absolute) return `differs by ${largestDifference}, at most ${absolute}`;
  const mean = sumOfDifferences / stored.data.length;
  if (meanAbs !== undefined && mean > meanAbs) return `differs by ${mean} on average, at most ${meanAbs}`;
  const snr = 10 * Math.log10(signalEnergy / errorEnergy);
  if (minSnrDb !== undefined && errorEnergy > 0 && snr < minSnrDb) return `${snr.toFixed(1)} dB, at least ${minSnrDb}`;
  if (relToMax !== undefined) {
    const floor = relToMax * largestValue;
    for (let i = 0; i < stored.data.length; i++) {
      const expected = stored.data[i] ?? NaN;
      const difference = Math.abs((ours.data[i] ?? NaN) - expected);
      if (difference > Math.max(floor, (rel ?? 0) * Math.abs(expected))) return `value ${i} differs by ${difference}`;
    }
  }
  return undefined;
}

/** Of arrays stored in part, the whole is compared by its shape and statistics, decoded audio by its hash. */
function compareWhole(ours: Values, entry: Entry): string | undefined {
  const { fullShape, fullStats } = entry;
  if (fullShape === undefined || fullStats === undefined) return undefined;
  if (ours.shape.join() !== fullShape.join()) return `whole shape ${ours.shape.join(' x ')}, not ${fullShape.join(' x ')}`;
  if (entry.operation === 'decode_mono') {
    const hash = createHash('sha256').update(Float32Array.from(ours.data)).digest('hex');
    return hash === fullStats.sha256_float32_C ? undefined : 'another hash of the whole';
  }
  if (entry.id.endsWith('smoothed_floor')) return undefined;
  let sum = 0;
  let energy = 0;
  let min = Infinity;
  let max = -Infinity;
  for (const value of ours.data) {
    sum += value;
    energy += value * value;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  const count = ours.data.length;
  const statistics = { min, max, mean: sum / count, rms: Math.sqrt(energy / count) };
  const scale = Math.max(Math.abs(fullStats.min), Math.abs(fullStats.max));
  for (const name of ['min', 'max', 'mean', 'rms'] as const) {
    if (!(Math.abs(statistics[name] - fullStats[name]) <= 1e-4 * scale)) {
      return `${name} of the whole is ${statistics[name]}, not ${fullStats[name]}`;
    }
  }
  return undefined;
}

/** Exactly, except that a result which a change of the limit by 0.02 dB would change may be a hop off. */
function compareTrims(ours: Record<string, number[]>, entry: Entry): string | undefined {
  const stored = entry.value as Record<string, number[]>;
  const hop = Number(entry.params['hop_length']);
  for (const [topDb, expected] of Object.entries(stored)) {
    const allowed = entry.exactStable?.[topDb] === false ? hop : 0;
    const got = ours[topDb] ?? [];
    const isFit = expected.every((sample, i) => Math.abs(sample - (got[i] ?? NaN)) <= allowed);
    if (!isFit) return `at ${topDb} dB: ${got.join('..')}, not ${expected.join('..')}`;
  }
  return undefined;
}

function compareVolumes(ours: Record<string, Record<string, number>>, entry: Entry): string | undefined {
  const limit = entry.tolerance.maxAbsGray ?? 0;
  for (const [name, expected] of Object.entries(entry.value as Record<string, Record<string, number>>)) {
    const got = ours[name];
    const difference = Math.abs((got?.['maxAbsGray'] ?? NaN) - (expected['maxAbsGray'] ?? NaN));
    if (!(difference <= limit)) return `${name}: gray ${got?.['maxAbsGray']}, not ${expected['maxAbsGray']}`;
    if (!(Math.abs((got?.['maxAbsDb'] ?? NaN) - (expected['maxAbsDb'] ?? NaN)) <= 0.005)) {
      return `${name}: ${got?.['maxAbsDb']} dB, not ${expected['maxAbsDb']}`;
    }
    if (expected['tm'] !== undefined && !(Math.abs((got?.['tm'] ?? NaN) - expected['tm']) <= 0.001)) {
      return `${name}: correlation ${got?.['tm']}, not ${expected['tm']}`;
    }
  }
  return undefined;
}

/** A part of a row of values. */
function section({ data }: Values, from: number, to?: number): Values {
  const part = Float64Array.from(data).subarray(from, to);
  return { data: part, shape: [part.length] };
}

/** Compares our result with what is stored, by the entry's own tolerance. */
export function compare(ours: Result, stored: Values | undefined, entry: Entry): string | undefined {
  if (entry.operation === 'trim') return compareTrims(ours.value as Record<string, number[]>, entry);
  if (entry.operation === 'volume_experiment') {
    return compareVolumes(ours.value as Record<string, Record<string, number>>, entry);
  }
  if (typeof entry.value === 'number') {
    const difference = Math.abs(Number(ours.value) - entry.value);
    const limit = entry.tolerance.maxAbs ?? 0;
    return difference <= limit ? undefined : `${String(ours.value)}, not ${entry.value}`;
  }
  const { data, shape } = ours;
  if (data === undefined || shape === undefined || stored === undefined) return 'there is nothing to compare';
  if (entry.trim !== undefined && entry.trim.join() !== ours.trim?.join()) {
    return `trimmed to ${ours.trim?.join('..')}, not ${entry.trim.join('..')}`;
  }
  const whole = { data, shape };
  const part = entry.slice === undefined ? whole : cut(whole, entry.slice);
  const empty = emptyBinsOf(entry);
  if (empty === undefined) return compareWhole(whole, entry) ?? compareArrays(part, stored, entry.tolerance);
  return (
    compareArrays(section(part, 0, empty.from), section(stored, 0, empty.from), entry.tolerance) ??
    compareArrays(section(part, empty.from), section(stored, empty.from), empty.tolerance)
  );
}
