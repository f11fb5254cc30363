import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { phrase } from '../../base/errors';
import type { MelFilters } from '../../pipeline/mel-filters';
import type { MelFeatures } from '../../pipeline/types';
import { choiceField, flagField, integerField, numberField, type Bound, type Condition, type Settings } from '../lib/fields';
import { modelField } from '../lib/model-field';

const FFT_SIZES = ['128', '256', '512', '1024', '2048', '4096', '8192'] as const;

const OWN: Condition = { source: ['own'] };
const PICTURE: Condition = { picture: ['gray', 'magma'] };
const AVERAGE: Condition = { averageAxis: ['time', 'frequency'] };

/** Group and condition of the rows that are shown for own settings, and of the rows for the picture. */
const spectrum = { group: 'spectrum', used: [OWN] } as const;
const levels = { group: 'levels', used: [OWN] } as const;
const picture = { group: 'picture', unit: 'unit.pixels', used: [PICTURE] } as const;

const WITHIN_FFT: Bound = {
  relation: 'atMost', setting: 'fftSize', sentence: 'invalid.windowLength', expected: (size) => phrase('atMostFftSize', { size }),
};
const BELOW_F_MAX: Bound = {
  relation: 'below', setting: 'fMax', sentence: 'invalid.fMin', expected: (fMax) => phrase('belowFMax', { fMax }),
};
const WITHIN_NYQUIST: Bound = {
  relation: 'atMost', setting: 'sampleRate', times: 0.5, sentence: 'invalid.fMax', expected: (rate) => phrase('atMostNyquist', { rate }),
};

/** Settings of pron-mel. */
export const MEL_FIELDS = {
  /** Whether the parameters come from a model or from the dialog. */
  source: choiceField('model', ['model', 'own'], { group: 'source', icon: 'book' }),
  model: modelField({ group: 'source', icon: 'cube', piece: 'models', used: [{ source: ['model'] }] }),
  sampleRate: integerField(DEFAULT_FEATURES.sampleRate, 8000, 192000, { ...spectrum, icon: 'signal', unit: 'Hz' }),
  /** A text, because the editor's list saves a text. */
  fftSize: choiceField('512', FFT_SIZES, { ...spectrum, icon: 'bar-chart', unit: 'unit.samples', narrow: true }),
  windowLength: integerField(DEFAULT_FEATURES.windowLength, 16, 8192, {
    ...spectrum, icon: 'window-maximize', unit: 'unit.samples', bound: WITHIN_FFT,
  }),
  hopLength: integerField(DEFAULT_FEATURES.hopLength, 1, 8192, { ...spectrum, icon: 'arrow-right', unit: 'unit.samples' }),
  bands: integerField(DEFAULT_FEATURES.bands, 1, 512, { ...spectrum, icon: 'bars' }),
  fMin: numberField(DEFAULT_FEATURES.fMin, 0, 96000, { ...spectrum, icon: 'long-arrow-down', unit: 'Hz', bound: BELOW_F_MAX }),
  fMax: numberField(DEFAULT_FEATURES.fMax, 1, 96000, { ...spectrum, icon: 'long-arrow-up', unit: 'Hz', bound: WITHIN_NYQUIST }),
  melScale: choiceField(DEFAULT_FEATURES.melScale, ['slaney', 'htk'], { ...spectrum, icon: 'music' }),
  melNorm: choiceField(DEFAULT_FEATURES.melNorm, ['slaney', 'none'], { ...spectrum, icon: 'balance-scale' }),
  /** Coefficient c of y[n] = x[n] - c x[n-1]; 0 for none. */
  preEmphasis: numberField(DEFAULT_FEATURES.preEmphasis, 0, 1, { ...levels, icon: 'line-chart' }),
  trim: flagField(true, { ...levels, icon: 'scissors' }),
  trimDb: numberField(30, 1, 100, { ...levels, icon: 'volume-down', unit: 'unit.belowPeak', used: [{ ...OWN, trim: [true] }] }),
  rmsNormalise: flagField(DEFAULT_FEATURES.rmsNormalise, { ...levels, icon: 'arrows-v' }),
  scale: choiceField(DEFAULT_FEATURES.scale, ['power', 'db', 'log'], { ...levels, icon: 'tachometer' }),
  logOffset: numberField(DEFAULT_FEATURES.logOffset, 1e-12, 1, { ...levels, icon: 'plus', used: [{ ...OWN, scale: ['log'] }] }),
  /** Range of the scale `db` and of the picture, dB. */
  topDb: numberField(DEFAULT_FEATURES.topDb, 1, 200, {
    ...levels, icon: 'adjust', unit: 'dB', used: [{ ...OWN, scale: ['db'] }, { ...OWN, ...PICTURE }],
  }),
  /** The picture in `msg.image`. */
  picture: choiceField('none', ['none', 'gray', 'magma'], { group: 'picture', icon: 'picture-o' }),
  pictureHeight: integerField(DEFAULT_FEATURES.pictureHeight, 8, 2000, { ...picture, icon: 'arrows-v' }),
  pictureWidth: integerField(DEFAULT_FEATURES.pictureWidth, 8, 4000, { ...picture, icon: 'arrows-h' }),
  /** A further pre-emphasis, in addition to the one above; 0 for none. */
  extraPreEmphasis: numberField(0, 0, 1, { group: 'filters', icon: 'line-chart' }),
  /** Moving average over `averageLength` frames (time) or bands (frequency). */
  averageAxis: choiceField('none', ['none', 'time', 'frequency'], { group: 'filters', icon: 'align-center' }),
  averageLength: integerField(5, 2, 101, { group: 'filters', icon: 'arrows-h', unit: 'unit.framesOrBands', used: [AVERAGE] }),
  /** Standard deviation of a Gaussian; 0 for none. */
  smoothing: numberField(0, 0, 20, { group: 'filters', icon: 'tint', unit: 'unit.deviation' }),
} as const;

export type MelSettings = Settings<typeof MEL_FIELDS>;

/** Converts the settings of the dialog to the parameters of a mel-spectrogram. */
export function ownFeatures(settings: MelSettings): MelFeatures {
  const { picture, pictureHeight, pictureWidth, trim, trimDb, fftSize } = settings;
  const { sampleRate, windowLength, hopLength, bands, fMin, fMax, melScale, melNorm } = settings;
  const { preEmphasis, rmsNormalise, scale, topDb, logOffset } = settings;
  return {
    sampleRate, windowLength, hopLength, bands, fMin, fMax, melScale, melNorm,
    preEmphasis, rmsNormalise, scale, topDb, logOffset, pictureHeight, pictureWidth,
    fftSize: Number(fftSize),
    trimDb: trim ? trimDb : null,
    picture: picture === 'none' ? null : picture,
  };
}

/** The filters of the dialog; undefined if all are off. */
export function filtersOf(settings: MelSettings): MelFilters | undefined {
  const { extraPreEmphasis, averageAxis, averageLength, smoothing } = settings;
  if (extraPreEmphasis === 0 && averageAxis === 'none' && smoothing === 0) return undefined;
  const average = averageAxis === 'none' ? null : { axis: averageAxis, length: averageLength };
  return { preEmphasis: extraPreEmphasis, average, smoothing };
}
