import { resample } from '../resample';
import type { ChunkSpectrum } from './chunk-spectrum';
import { chunkMagnitudes, chunkSpectrum } from './chunk-spectrum';
import type { NoiseProfile } from './options';
import { CHUNK_SAMPLES, GATE_BINS, GATE_FFT_SIZE, GATE_HOP } from './options';

/** Added to magnitudes before their logarithm is taken. */
export const MAGNITUDE_EPSILON = 2 ** -52;
/** Levels of a frequency are not told apart this many dB below the loudest at that frequency. */
export const ROW_RANGE_DB = 80;

const QUIETEST_SHARE = 0.1;
/** Fewer frames than this give no usable standard deviation. */
const MIN_QUIET_FRAMES = 5;

/** Mean and population standard deviation of the noise level in dB, per frequency bin. */
export interface NoiseStatistics {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

export function magnitudeToDb(magnitude: number): number {
  return 20 * Math.log10(magnitude + MAGNITUDE_EPSILON);
}

/** Frames (counted from the first that is kept) with the least energy, none of them silent or cut by an edge. */
function quietestFrames(spectrum: ChunkSpectrum, magnitudes: Float64Array, samples: number, share: number): number[] {
  const energies = Array.from({ length: spectrum.count }, (_, j) => {
    let energy = 0;
    for (let k = 0; k < GATE_BINS; k++) energy += (magnitudes[j * GATE_BINS + k] as number) ** 2;
    return { j, energy };
  }).filter(({ energy }) => energy > 0);
  const half = GATE_FFT_SIZE / 2;
  const whole = energies.filter(({ j }) => {
    const centre = (spectrum.first + j) * GATE_HOP;
    return centre >= half && centre + half <= samples;
  });
  const candidates = (whole.length > 0 ? whole : energies).sort((a, b) => a.energy - b.energy);
  const count = Math.max(MIN_QUIET_FRAMES, Math.round(share * candidates.length));
  return candidates.slice(0, count).map(({ j }) => j);
}

/** The stretch of audio that a profile is taken from, cut to the first chunk. */
function profileSamples(profile: NoiseProfile, samples: Float32Array, sampleRate: number): Float32Array {
  let noise = samples;
  if (profile.from === 'lead-in') noise = samples.subarray(0, Math.max(1, Math.round((profile.ms / 1000) * sampleRate)));
  if (profile.from === 'recording' && profile.audio.samples.length > 0) {
    noise = resample(profile.audio.samples, profile.audio.sampleRate, sampleRate);
  }
  return noise.subarray(0, CHUNK_SAMPLES);
}

/**
 * Statistics of the noise named by `profile`. The noise is transformed without the margin of a chunk; silent frames
 * at its ends count too, as they do in noisereduce.
 */
export function noiseStatistics(profile: NoiseProfile, samples: Float32Array, sampleRate: number): NoiseStatistics {
  const noise = profileSamples(profile, samples, sampleRate);
  const spectrum = chunkSpectrum(noise, 0, noise.length);
  const magnitudes = chunkMagnitudes(spectrum);
  const chosen =
    profile.from === 'quietest'
      ? quietestFrames(spectrum, magnitudes, noise.length, profile.share ?? QUIETEST_SHARE)
      : Array.from({ length: spectrum.count }, (_, j) => j);
  const silentFrames = profile.from === 'quietest' ? 0 : spectrum.frames - spectrum.count;
  const count = Math.max(1, chosen.length + silentFrames);

  const mean = new Float64Array(GATE_BINS);
  const deviation = new Float64Array(GATE_BINS);
  const levels = new Float64Array(chosen.length);
  for (let k = 0; k < GATE_BINS; k++) {
    let loudest = chosen.length === 0 || silentFrames > 0 ? magnitudeToDb(0) : -Infinity;
    for (let i = 0; i < chosen.length; i++) {
      const level = magnitudeToDb(magnitudes[(chosen[i] as number) * GATE_BINS + k] as number);
      levels[i] = level;
      if (level > loudest) loudest = level;
    }
    const floor = loudest - ROW_RANGE_DB;
    const silence = Math.max(floor, magnitudeToDb(0));
    let sum = chosen.length === 0 ? silence * count : silence * silentFrames;
    for (let i = 0; i < levels.length; i++) {
      if ((levels[i] as number) < floor) levels[i] = floor;
      sum += levels[i] as number;
    }
    const average = sum / count;
    let squares = silentFrames * (silence - average) ** 2;
    for (let i = 0; i < levels.length; i++) squares += ((levels[i] as number) - average) ** 2;
    mean[k] = average;
    deviation[k] = Math.sqrt(squares / count);
  }
  return { mean, deviation };
}

/** Level in dB per frequency above which a bin is kept. */
export function noiseThresholds(statistics: NoiseStatistics, deviations: number): Float64Array {
  return statistics.mean.map((level, k) => level + deviations * (statistics.deviation[k] ?? 0));
}
