import { powerToDb } from './decibel';
import { sumOfSquares } from './energy';
import type { FilterBankSettings, MelFilterBank } from './mel-filterbank';
import { melFilterBank } from './mel-filterbank';
import type { MelFilters } from './mel-filters';
import { filterMel } from './mel-filters';
import { checkMelSize } from './mel-size';
import { resample } from './resample';
import type { StftSizes } from './stft';
import { forEachSpectrum, frameCount } from './stft';
import { frameRms, loudestOf, trimByRms, TRIM_FRAME_LENGTH, TRIM_HOP_LENGTH } from './trim';
import type { Audio, MelFeatures, MelSpectrogram } from './types';
import { workArray } from './work-array';

/** Quieter than this, RMS of every frame, is digital silence for 16 bits: nothing is left after trimming it. */
const SILENT_RMS = 1e-5;

/**
 * Mel power, row-major band x frame, as librosa.feature.melspectrogram: power of the Fourier transform through the
 * filter bank. No resampling, trimming or scaling.
 */
export function melPower(
  samples: Float32Array,
  features: StftSizes & FilterBankSettings,
): { data: Float32Array; bands: number; frames: number } {
  const bank = melFilterBank(features);
  const { bands } = bank;
  const frames = frameCount(samples.length, features);
  const data = new Float32Array(bands * frames);
  const powers = new Float64Array(bands);
  forEachSpectrum(samples, features, (spectrum, frame) => {
    filterBands(spectrum, bank, powers);
    for (let band = 0, at = frame; band < bands; band++, at += frames) data[at] = powers[band] as number;
  });
  return { data, bands, frames };
}

/**
 * The power of each band.
 * @param spectrum complex: real and imaginary parts in turn
 * @param powers gets the result
 */
export function filterBands(spectrum: Float64Array, { edges, rising, falling, bands }: MelFilterBank, powers: Float64Array): void {
  let bin = edges[0] as number;
  let risen = 0;
  for (let segment = 0; segment <= bands; segment++) {
    const end = edges[segment + 1] as number;
    let fallen = risen;
    risen = 0;
    for (; bin < end; bin++) {
      const re = spectrum[2 * bin] as number;
      const im = spectrum[2 * bin + 1] as number;
      const power = re * re + im * im;
      fallen += (falling[bin] as number) * power;
      risen += (rising[bin] as number) * power;
    }
    if (segment > 0) powers[segment - 1] = fallen;
  }
}

/** What makes the RMS one, so that loudness plays no part; 1 for digital silence. */
function rmsScale(samples: Float32Array): number {
  const rms = Math.sqrt(sumOfSquares(samples) / Math.max(1, samples.length));
  return rms === 0 ? 1 : 1 / rms;
}

/** y[n] = scale * (x[n] - coefficient * x[n - 1]), y[0] = scale * x[0]: lifts the high frequencies. */
function preEmphasise(samples: Float32Array, coefficient: number, scale: number, out: Float32Array): Float32Array {
  let previous = 0;
  for (let n = 0; n < out.length; n++) {
    const current = samples[n] as number;
    out[n] = scale * (current - coefficient * previous);
    previous = current;
  }
  return out;
}

/** Levels in work arrays: the features' pre-emphasis, and that of a filter that is tried. */
const emphasised = workArray();
const emphasisedAgain = workArray();

/** RMS to one and pre-emphasis, as far as the features and the filters want them. */
function levelled(samples: Float32Array, { rmsNormalise, preEmphasis }: MelFeatures, filters: MelFilters | undefined): Float32Array {
  const scale = rmsNormalise ? rmsScale(samples) : 1;
  const isChanged = scale !== 1 || preEmphasis !== 0;
  const once = isChanged ? preEmphasise(samples, preEmphasis, scale, emphasised(samples.length)) : samples;
  const more = filters?.preEmphasis ?? 0;
  return more === 0 ? once : preEmphasise(once, more, 1, emphasisedAgain(samples.length));
}

function trimmedRange(samples: Float32Array, trimDb: number | null): { start: number; end: number } {
  if (trimDb === null) return { start: 0, end: samples.length };
  const rms = frameRms(samples, TRIM_FRAME_LENGTH, TRIM_HOP_LENGTH);
  if (loudestOf(rms) <= SILENT_RMS) return { start: 0, end: 0 };
  return trimByRms(rms, samples.length, trimDb, TRIM_HOP_LENGTH);
}

/** May work in place. */
function scaled(power: Float32Array, features: MelFeatures): Float32Array {
  if (features.scale === 'db') return powerToDb(power, features.topDb);
  if (features.scale !== 'log') return power;
  for (let i = 0; i < power.length; i++) power[i] = Math.log((power[i] as number) + features.logOffset);
  return power;
}

/**
 * Mel-spectrogram of a recording with all of `features`, in this order: resample, trim (`trimDb`), RMS to one,
 * pre-emphasis, Fourier transform, power, mel bands, scale (power as it is, dB below the maximum, or
 * ln(power + logOffset)). Frame j is centred j * hopLength samples after `startMs`. Where trimming leaves nothing
 * (digital silence) the result has 0 frames. Throws PRON_AUDIO_TOO_LONG as `checkMelSize` does.
 * @param filters tried on top of the features: one more pre-emphasis after theirs, the others on the scaled values
 */
export function melSpectrogram(audio: Audio, features: MelFeatures, filters?: MelFilters): MelSpectrogram {
  const resampled = resample(audio.samples, audio.sampleRate, features.sampleRate);
  const { start, end } = trimmedRange(resampled, features.trimDb);
  const startMs = (1000 * start) / features.sampleRate;
  if (end <= start) return { data: new Float32Array(0), bands: features.bands, frames: 0, parameters: features, startMs: 0 };
  checkMelSize(end - start, features);
  const { data, bands, frames } = melPower(levelled(resampled.subarray(start, end), features, filters), features);
  const values = scaled(data, features);
  if (filters === undefined) return { data: values, bands, frames, parameters: features, startMs };
  return { data: filterMel({ data: values, bands, frames }, filters), bands, frames, parameters: features, startMs, filters };
}
