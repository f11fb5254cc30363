import { powerToDb } from './decibel';
import type { FilterBankSettings } from './mel-filterbank';
import { melFilterBank } from './mel-filterbank';
import type { MelFilters } from './mel-filters';
import { filterMel } from './mel-filters';
import { checkMelSize } from './mel-size';
import { resample } from './resample';
import type { StftSizes } from './stft';
import { forEachSpectrum, frameCount } from './stft';
import { frameRms, loudestOf, trimByRms, TRIM_FRAME_LENGTH, TRIM_HOP_LENGTH } from './trim';
import type { Audio, MelFeatures, MelSpectrogram } from './types';

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
  const { edges, rising, falling, bands } = melFilterBank(features);
  const frames = frameCount(samples.length, features);
  const data = new Float32Array(bands * frames);
  forEachSpectrum(samples, features, (spectrum, frame) => {
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
      if (segment > 0) data[(segment - 1) * frames + frame] = fallen;
    }
  });
  return { data, bands, frames };
}

/** Divided by the RMS, so that loudness plays no part; digital silence stays. */
function normaliseRms(samples: Float32Array): Float32Array {
  let energy = 0;
  for (let n = 0; n < samples.length; n++) energy += (samples[n] as number) * (samples[n] as number);
  const rms = Math.sqrt(energy / Math.max(1, samples.length));
  if (rms === 0) return samples;
  const out = new Float32Array(samples.length);
  for (let n = 0; n < out.length; n++) out[n] = (samples[n] as number) / rms;
  return out;
}

/** y[n] = x[n] - coefficient * x[n - 1], y[0] = x[0]: lifts the high frequencies. */
function preEmphasise(samples: Float32Array, coefficient: number): Float32Array {
  const out = new Float32Array(samples.length);
  let previous = 0;
  for (let n = 0; n < samples.length; n++) {
    const current = samples[n] as number;
    out[n] = current - coefficient * previous;
    previous = current;
  }
  return out;
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
  let samples = resampled.subarray(start, end);
  if (features.rmsNormalise) samples = normaliseRms(samples);
  if (features.preEmphasis !== 0) samples = preEmphasise(samples, features.preEmphasis);
  if (filters !== undefined && filters.preEmphasis !== 0) samples = preEmphasise(samples, filters.preEmphasis);
  const { data, bands, frames } = melPower(samples, features);
  const values = scaled(data, features);
  if (filters === undefined) return { data: values, bands, frames, parameters: features, startMs };
  return { data: filterMel({ data: values, bands, frames }, filters), bands, frames, parameters: features, startMs, filters };
}
