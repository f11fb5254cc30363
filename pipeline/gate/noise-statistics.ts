import { resample } from '../resample';
import { noiseFrameCount, noiseFrameEnergies, noiseLevels } from './noise-levels';
import type { NoiseProfile } from './options';
import { CHUNK_SAMPLES, GATE_BINS, GATE_FFT_SIZE, GATE_HOP } from './options';

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

/** Frames with the least energy, none of them silent or cut by an edge where there are others. */
function quietestFrames(noise: Float32Array, share: number): number[] {
  const half = GATE_FFT_SIZE / 2;
  const energies = noiseFrameEnergies(noise);
  const sounding = [...energies.keys()].filter((j) => (energies[j] as number) > 0);
  const whole = sounding.filter((j) => j * GATE_HOP >= half && j * GATE_HOP + half <= noise.length);
  const candidates = whole.length > 0 ? whole : sounding;
  candidates.sort((a, b) => (energies[a] as number) - (energies[b] as number));
  return candidates.slice(0, Math.max(MIN_QUIET_FRAMES, Math.round(share * candidates.length)));
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

/** Statistics of the noise named by `profile`. Silent frames count, except among the quietest. */
export function noiseStatistics(profile: NoiseProfile, samples: Float32Array, sampleRate: number): NoiseStatistics {
  const noise = profileSamples(profile, samples, sampleRate);
  const quiet = profile.from === 'quietest' ? quietestFrames(noise, profile.share ?? QUIETEST_SHARE) : [];
  const chosen = quiet.length > 0 ? quiet : Array.from({ length: noiseFrameCount(noise.length) }, (_, j) => j);
  const levels = noiseLevels(noise, chosen);

  const bins = GATE_BINS;
  const floor = new Float64Array(bins).fill(-Infinity);
  for (let row = 0; row < levels.length; row += bins) {
    for (let k = 0; k < bins; k++) floor[k] = Math.max(floor[k] as number, levels[row + k] as number);
  }
  const mean = new Float64Array(bins);
  const deviation = new Float64Array(bins);
  for (let row = 0; row < levels.length; row += bins) {
    for (let k = 0; k < bins; k++) {
      const level = Math.max((floor[k] as number) - ROW_RANGE_DB, levels[row + k] as number);
      levels[row + k] = level;
      mean[k] = (mean[k] as number) + level / chosen.length;
    }
  }
  for (let row = 0; row < levels.length; row += bins) {
    for (let k = 0; k < bins; k++) {
      deviation[k] = (deviation[k] as number) + ((levels[row + k] as number) - (mean[k] as number)) ** 2 / chosen.length;
    }
  }
  return { mean, deviation: deviation.map(Math.sqrt) };
}

/** Level in dB per frequency above which a bin is kept. */
export function noiseThresholds({ mean, deviation }: NoiseStatistics, deviations: number): Float64Array {
  return mean.map((level, k) => level + deviations * (deviation[k] as number));
}
