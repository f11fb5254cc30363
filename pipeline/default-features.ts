import type { MelFeatures } from './types';

/** What the default model was trained on: 25 ms windows every 10 ms, independent of the recording's level. */
export const DEFAULT_FEATURES: MelFeatures = {
  sampleRate: 16000,
  fftSize: 512,
  windowLength: 400,
  hopLength: 160,
  bands: 64,
  fMin: 50,
  fMax: 7600,
  melScale: 'htk',
  melNorm: 'none',
  preEmphasis: 0.97,
  trimDb: 30,
  rmsNormalise: true,
  scale: 'log',
  topDb: 80,
  logOffset: 1e-4,
  picture: null,
  pictureHeight: 99,
  pictureWidth: 250,
};
