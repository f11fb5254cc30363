import * as v from 'valibot';
import { numberBetween, numberFrom, wholeBetween, type Frozen } from './schema';

const PICTURES = ['gray', 'magma'] as const;

/** Parameters of a mel-spectrogram. Window, hop and FFT sizes are samples, frequencies Hz. */
export const melFeaturesSchema = v.object({
  sampleRate: wholeBetween(1000, 192000),
  fftSize: wholeBetween(16, 65536),
  windowLength: wholeBetween(1, 65536),
  hopLength: wholeBetween(1, 65536),
  bands: wholeBetween(1, 1024),
  fMin: numberFrom(0),
  fMax: numberFrom(1),
  melScale: v.picklist(['slaney', 'htk']),
  melNorm: v.picklist(['slaney', 'none']),
  /** Coefficient of y[n] = x[n] - c x[n-1]; 0 for none. */
  preEmphasis: numberBetween(0, 1),
  /** Trim silence this many dB below the peak first; null for none. */
  trimDb: v.nullable(numberFrom(0)),
  /** Scale the (trimmed) signal to an RMS of one. */
  rmsNormalise: v.boolean(),
  scale: v.picklist(['power', 'db', 'log']),
  /** Range kept below the maximum where `scale` is `db`. */
  topDb: numberFrom(0),
  /** Added before the logarithm where `scale` is `log`. */
  logOffset: numberFrom(0),
  picture: v.nullable(v.picklist(PICTURES)),
  pictureHeight: wholeBetween(1, 2000),
  pictureWidth: wholeBetween(1, 4000),
});

/** The same of a model that sees pictures. */
export const pictureFeaturesSchema = v.object({ ...melFeaturesSchema.entries, picture: v.picklist(PICTURES) });

export type MelFeatures = Frozen<v.InferOutput<typeof melFeaturesSchema>>;
