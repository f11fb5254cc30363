import { chunkMagnitudes, chunkSpectrum } from './gate/chunk-spectrum';
import type { Mask } from './gate/masks';
import { nonStationaryMask, smoothedFloor, stationaryMask } from './gate/masks';
import { noiseStatistics, noiseThresholds } from './gate/noise-statistics';
import type { FullGateOptions, GateOptions } from './gate/options';
import { CHUNK_MARGIN, CHUNK_SAMPLES, GATE_BINS, GATE_DEFAULTS } from './gate/options';
import { smoothedMask, smoothingReach, type NextGains } from './gate/smoothing';
import { synthesise } from './gate/synthesis';

export type { GateOptions, NoiseProfile } from './gate/options';

/** gain * strength + (1 - strength) for one row, in place. */
function soften(gains: Float64Array, start: number, strength: number): void {
  if (strength === 1) return;
  for (let i = start; i < start + GATE_BINS; i++) gains[i] = (gains[i] as number) * strength + (1 - strength);
}

/** The mask, softened. */
function softened({ write, silence }: Mask, strength: number): Mask {
  const softer = silence.slice();
  soften(softer, 0, strength);
  return {
    write: (frame, out, start) => {
      write(frame, out, start);
      soften(out, start, strength);
    },
    silence: softer,
  };
}

/** Filters `length` samples from `start` on, seen with their margin, and adds them to `out`, which is zeros. */
function filterChunk(
  samples: Float32Array,
  start: number,
  length: number,
  sampleRate: number,
  options: FullGateOptions,
  thresholdsDb: Float64Array | undefined,
  out: Float32Array,
): void {
  const spectrum = chunkSpectrum(samples, start - CHUNK_MARGIN, length + 2 * CHUNK_MARGIN);
  if (spectrum.count === 0) return;
  let mask: Mask;
  if (thresholdsDb === undefined) {
    const magnitudes = chunkMagnitudes(spectrum);
    const floor = smoothedFloor(magnitudes, spectrum, sampleRate, options.timeConstantMs);
    mask = nonStationaryMask(magnitudes, floor, options);
  } else {
    // The stationary gate is softened before its mask is smoothed, the other one after.
    mask = softened(stationaryMask(spectrum, thresholdsDb), options.strength);
  }
  const smoothed = smoothedMask(mask, spectrum, smoothingReach(options.smoothHz, options.smoothMs, sampleRate));
  const nextGains: NextGains = (gains) => {
    smoothed(gains);
    if (thresholdsDb === undefined) soften(gains, 0, options.strength);
  };
  synthesise(spectrum, nextGains, out, CHUNK_MARGIN);
}

/**
 * Removes noise by spectral gating, as noisereduce 3 does: Hann windows of 1024 samples every 256, a mask per
 * frequency and frame, smoothed by a triangle along both, in chunks of 600000 samples.
 *
 * Stationary: a bin is kept where its level is `deviations` standard deviations above the mean of the noise profile
 * at its frequency. Non-stationary: where it stands out from its own level smoothed over `timeConstantMs`.
 * Output has the input's length. Silence stays silence; any length and sample rate is accepted; strength 0 gives the
 * recording back unchanged.
 */
export function reduceNoise(samples: Float32Array, sampleRate: number, options: GateOptions = {}): Float32Array {
  const full: FullGateOptions = { ...GATE_DEFAULTS, ...options };
  if (samples.length === 0 || full.strength === 0) return samples.slice();
  const thresholdsDb = full.stationary
    ? noiseThresholds(noiseStatistics(full.profile, samples, sampleRate), full.deviations)
    : undefined;
  const chunk = samples.length <= CHUNK_SAMPLES ? samples.length : CHUNK_SAMPLES;
  const out = new Float32Array(samples.length);
  for (let start = 0; start < samples.length; start += chunk) {
    filterChunk(samples, start, chunk, sampleRate, full, thresholdsDb, out.subarray(start, start + chunk));
  }
  return out;
}
