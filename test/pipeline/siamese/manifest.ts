import type { AlignedManifest } from '../../../pipeline/model-manifest';

/** A manifest for tests: four bands, pieces of two frames. */
export const TINY_MANIFEST: AlignedManifest = {
  name: 'tiny',
  title: 'Tiny',
  description: 'For tests',
  architecture: 'aligned-pieces',
  graphs: { encoder: 'tiny.encoder.onnx', head: 'tiny.head.onnx', sentence: 'tiny.sentence.onnx' },
  features: {
    sampleRate: 16000, fftSize: 512, windowLength: 400, hopLength: 160, bands: 4, fMin: 50, fMax: 7600,
    melScale: 'htk', melNorm: 'none', preEmphasis: 0.97, trimDb: 30, rmsNormalise: true, scale: 'log', topDb: 80,
    logOffset: 1e-4, picture: null, pictureHeight: 99, pictureWidth: 250,
  },
  frameMs: 40,
  alignment: { pieceFrames: 2, minLearnerFrames: 1, widenFrames: 1 },
  score: { margin: 2 },
  verdict: { maxMismatch: 1.4, minSpeech: -2, minRmsDb: -55, maxClippedShare: 0.02, minSnrDb: 3 },
  licence: 'Apache-2.0',
  training: {},
  figures: {},
};
