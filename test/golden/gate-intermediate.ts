import type { ChunkSpectrum } from '../../pipeline/gate/chunk-spectrum';
import { chunkMagnitudes, chunkSpectrum } from '../../pipeline/gate/chunk-spectrum';
import type { Mask } from '../../pipeline/gate/masks';
import { nonStationaryMask, smoothedFloor, stationaryMask } from '../../pipeline/gate/masks';
import { noiseStatistics, noiseThresholds } from '../../pipeline/gate/noise-statistics';
import { CHUNK_MARGIN, GATE_BINS, GATE_DEFAULTS } from '../../pipeline/gate/options';
import { smoothedMask, smoothingReach, triangle } from '../../pipeline/gate/smoothing';
import type { Entry } from './manifest';
import type { Values } from './stored';

const SAMPLE_RATE = 22050;

function row(data: Float64Array | Float32Array): Values {
  return { data, shape: [data.length] };
}

/** A value for every frame of the chunk, frequency by frequency as NumPy has it. */
function matrix(spectrum: ChunkSpectrum, valueOf: (frame: number, bin: number) => number): Values {
  const data = new Float64Array(GATE_BINS * spectrum.frames);
  for (let frame = 0; frame < spectrum.frames; frame++) {
    for (let bin = 0; bin < GATE_BINS; bin++) data[bin * spectrum.frames + frame] = valueOf(frame - spectrum.first, bin);
  }
  return { data, shape: [GATE_BINS, spectrum.frames] };
}

function kept(spectrum: ChunkSpectrum, values: Float64Array, silence: (bin: number) => number): Values {
  return matrix(spectrum, (frame, bin) =>
    frame >= 0 && frame < spectrum.count ? (values[frame * GATE_BINS + bin] ?? NaN) : silence(bin),
  );
}

function rawMask(mask: Mask, spectrum: ChunkSpectrum): Values {
  const values = new Float64Array(spectrum.count * GATE_BINS);
  for (let frame = 0; frame < spectrum.count; frame++) mask.write(frame, values, frame * GATE_BINS);
  return kept(spectrum, values, (bin) => mask.silence[bin] ?? NaN);
}

function smoothMask(mask: Mask, spectrum: ChunkSpectrum): Values {
  const reach = smoothingReach(GATE_DEFAULTS.smoothHz, GATE_DEFAULTS.smoothMs, SAMPLE_RATE);
  const next = smoothedMask(mask, spectrum, reach, -spectrum.first);
  const gains = new Float64Array(GATE_BINS);
  const data = new Float64Array(GATE_BINS * spectrum.frames);
  for (let frame = 0; frame < spectrum.frames; frame++) {
    next(gains);
    for (let bin = 0; bin < GATE_BINS; bin++) data[bin * spectrum.frames + frame] = gains[bin] ?? NaN;
  }
  return { data, shape: [GATE_BINS, spectrum.frames] };
}

/** The kernel as a matrix, frequency x time. */
function smoothingFilter(): Values {
  const reach = smoothingReach(GATE_DEFAULTS.smoothHz, GATE_DEFAULTS.smoothMs, SAMPLE_RATE);
  const [overBins, overFrames] = [triangle(reach.bins), triangle(reach.frames)];
  const data = [...overBins].flatMap((a) => [...overFrames].map((b) => a * b));
  return { data: Float64Array.from(data), shape: [overBins.length, overFrames.length] };
}

/** The gate's inner values for an entry `.../nr@22050_...` on `samples` at 22050 Hz. */
export function gateIntermediate(entry: Entry, samples: Float32Array): Values {
  const what = entry.id.split('/').at(-1) ?? '';
  if (what.endsWith('smoothing_filter')) return smoothingFilter();
  const statistics = (): ReturnType<typeof noiseStatistics> =>
    noiseStatistics({ from: 'lead-in', ms: 1000 }, samples, SAMPLE_RATE);
  if (what === 'noise_mean_dB') return row(statistics().mean);
  if (what === 'noise_std_dB') return row(statistics().deviation);
  if (what === 'noise_thresh_dB') return row(noiseThresholds(statistics(), GATE_DEFAULTS.deviations));

  const spectrum = chunkSpectrum(samples, -CHUNK_MARGIN, samples.length + 2 * CHUNK_MARGIN);
  const magnitudes = chunkMagnitudes(spectrum);
  if (what === 'abs_stft') return kept(spectrum, magnitudes, () => 0);
  const isStationary = entry.id.includes('_st_');
  const floor = smoothedFloor(magnitudes, spectrum, SAMPLE_RATE, GATE_DEFAULTS.timeConstantMs);
  // Over the frames of zeros the floor is not computed: outside of the stored slice, and of no use.
  if (what === 'smoothed_floor') return kept(spectrum, floor, () => NaN);
  const mask = isStationary
    ? stationaryMask(spectrum, noiseThresholds(statistics(), GATE_DEFAULTS.deviations))
    : nonStationaryMask(magnitudes, floor, GATE_DEFAULTS);
  if (what === 'mask_raw') return rawMask(mask, spectrum);
  if (what === 'mask_smooth') return smoothMask(mask, spectrum);
  throw new Error(`Unknown intermediate ${entry.id}`);
}
