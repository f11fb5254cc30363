import { PLAIN_NAME } from '../../pipeline/model-manifest';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { phrase } from '../../base/errors';
import type { MelFilters } from '../../pipeline/mel-filters';
import type { MelFeatures } from '../../pipeline/types';
import {
  badSetting, choiceField, flagField, integerField, numberField, textField, usedWhere, type Condition, type Settings,
} from '../lib/settings';

export const modelField = () =>
  textField('default', PLAIN_NAME, phrase('aModelName'));

const FFT_SIZES = ['128', '256', '512', '1024', '2048', '4096', '8192'] as const;

const OWN: Condition = { source: ['own'] };
const PICTURE: Condition = { picture: ['gray', 'magma'] };

/** Settings of pron-mel. */
export const MEL_FIELDS = {
  /** Whether the parameters are a model's or those of the dialog. */
  source: choiceField('model', ['model', 'own']),
  model: usedWhere(modelField(), { source: ['model'] }),
  /** The picture in `msg.image`. */
  picture: choiceField('none', ['none', 'gray', 'magma']),
  /** Pixels. */
  pictureHeight: usedWhere(integerField(DEFAULT_FEATURES.pictureHeight, 8, 2000), PICTURE),
  pictureWidth: usedWhere(integerField(DEFAULT_FEATURES.pictureWidth, 8, 4000), PICTURE),
  /** Hz. */
  sampleRate: usedWhere(integerField(DEFAULT_FEATURES.sampleRate, 8000, 192000), OWN),
  /** Samples; saved as text by the editor's list. */
  fftSize: usedWhere(choiceField('512', FFT_SIZES), OWN),
  /** Samples. */
  windowLength: usedWhere(integerField(DEFAULT_FEATURES.windowLength, 16, 8192), OWN),
  hopLength: usedWhere(integerField(DEFAULT_FEATURES.hopLength, 1, 8192), OWN),
  bands: usedWhere(integerField(DEFAULT_FEATURES.bands, 1, 512), OWN),
  /** Hz. */
  fMin: usedWhere(numberField(DEFAULT_FEATURES.fMin, 0, 96000), OWN),
  fMax: usedWhere(numberField(DEFAULT_FEATURES.fMax, 1, 96000), OWN),
  melScale: usedWhere(choiceField(DEFAULT_FEATURES.melScale, ['slaney', 'htk']), OWN),
  melNorm: usedWhere(choiceField(DEFAULT_FEATURES.melNorm, ['slaney', 'none']), OWN),
  /** Coefficient of y[n] = x[n] - c x[n-1]; 0 for none. */
  preEmphasis: usedWhere(numberField(DEFAULT_FEATURES.preEmphasis, 0, 1), OWN),
  trim: usedWhere(flagField(true), OWN),
  /** dB below the peak, where `trim` is on. */
  trimDb: usedWhere(numberField(30, 1, 100), { ...OWN, trim: [true] }),
  rmsNormalise: usedWhere(flagField(DEFAULT_FEATURES.rmsNormalise), OWN),
  scale: usedWhere(choiceField(DEFAULT_FEATURES.scale, ['power', 'db', 'log']), OWN),
  /** dB; for the scale `db`, and the range of the picture. */
  topDb: usedWhere(numberField(DEFAULT_FEATURES.topDb, 1, 200), { ...OWN, scale: ['db'] }, { ...OWN, ...PICTURE }),
  /** For the scale `log`. */
  logOffset: usedWhere(numberField(DEFAULT_FEATURES.logOffset, 1e-12, 1), { ...OWN, scale: ['log'] }),
  /** One more pre-emphasis, on top of the parameters; 0 for none. */
  extraPreEmphasis: numberField(0, 0, 1),
  /** Moving average over `averageLength` frames (time) or bands (frequency). */
  averageAxis: choiceField('none', ['none', 'time', 'frequency']),
  averageLength: usedWhere(integerField(5, 2, 101), { averageAxis: ['time', 'frequency'] }),
  /** Standard deviation of a Gaussian, frames and bands; 0 for none. */
  smoothing: numberField(0, 0, 20),
} as const;

export type MelSettings = Settings<typeof MEL_FIELDS>;

/** The parameters of the dialog as a mel-spectrogram's. Throws PRON_BAD_SETTING where two of them
 *  contradict each other. */
export function ownFeatures(settings: MelSettings): MelFeatures {
  const { picture, pictureHeight, pictureWidth, trim, trimDb, fftSize } = settings;
  const { sampleRate, windowLength, hopLength, bands, fMin, fMax, melScale, melNorm } = settings;
  const { preEmphasis, rmsNormalise, scale, topDb, logOffset } = settings;
  const features: MelFeatures = {
    sampleRate, windowLength, hopLength, bands, fMin, fMax, melScale, melNorm,
    preEmphasis, rmsNormalise, scale, topDb, logOffset, pictureHeight, pictureWidth,
    fftSize: Number(fftSize),
    trimDb: trim ? trimDb : null,
    picture: picture === 'none' ? null : picture,
  };
  const nyquist = features.sampleRate / 2;
  if (features.windowLength > features.fftSize) {
    throw badSetting('windowLength', features.windowLength, phrase('atMostFftSize', { size: fftSize }));
  }
  if (features.fMax > nyquist) {
    throw badSetting('fMax', features.fMax, phrase('atMostNyquist', { rate: nyquist }));
  }
  if (features.fMin >= features.fMax) {
    throw badSetting('fMin', features.fMin, phrase('belowFMax', { fMax: features.fMax }));
  }
  return features;
}

/** The filters of the dialog; undefined where all are off. */
export function filtersOf(settings: MelSettings): MelFilters | undefined {
  const { extraPreEmphasis, averageAxis, averageLength, smoothing } = settings;
  if (extraPreEmphasis === 0 && averageAxis === 'none' && smoothing === 0) return undefined;
  const average = averageAxis === 'none' ? null : { axis: averageAxis, length: averageLength };
  return { preEmphasis: extraPreEmphasis, average, smoothing };
}
