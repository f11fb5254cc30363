import { melPower } from './mel';
import { hzToMel, melToHz } from './mel-filterbank';

/** Bands that noise and speech are told apart in, as wide as a quarter of an octave to an octave. */
const BANDS = 20;
const MIN_HZ = 100;
const MAX_HZ = 7600;
const WINDOW_SECONDS = 0.032;
const HOP_SECONDS = 0.01;
/** Frames (50 ms) that are averaged: the power of noise in a band fluctuates from frame to frame. */
const AVERAGED = 5;
/** Frames at each end whose windows reach out of the recording. */
const CUT_FRAMES = 2;

/** Power per band, averaged over 50 ms every 10 ms, row-major band x frame; 0 frames for less than 90 ms. */
export interface BandPowers {
  readonly data: Float64Array;
  readonly bands: number;
  readonly frames: number;
  /** Of the bands, Hz. */
  readonly centres: readonly number[];
}

/** Powers of a recording in 20 mel bands from 100 to 7600 Hz, or as far as its sample rate reaches. */
export function bandPowers(samples: Float32Array, sampleRate: number): BandPowers {
  const windowLength = Math.round(WINDOW_SECONDS * sampleRate);
  const fMax = Math.min(MAX_HZ, 0.45 * sampleRate);
  let fftSize = 2;
  while (fftSize < windowLength) fftSize *= 2;
  const mel = melPower(samples, {
    sampleRate,
    fftSize,
    windowLength,
    hopLength: Math.round(HOP_SECONDS * sampleRate),
    bands: BANDS,
    fMin: MIN_HZ,
    fMax,
    melScale: 'htk',
    melNorm: 'none',
  });
  const frames = Math.max(0, mel.frames - 2 * CUT_FRAMES - (AVERAGED - 1));
  const data = new Float64Array(BANDS * frames);
  for (let band = 0; band < BANDS; band++) {
    const row = band * mel.frames + CUT_FRAMES;
    for (let frame = 0; frame < frames; frame++) {
      let sum = 0;
      for (let i = 0; i < AVERAGED; i++) sum += mel.data[row + frame + i] as number;
      data[band * frames + frame] = sum / AVERAGED;
    }
  }
  return { data, bands: BANDS, frames, centres: centresTo(fMax) };
}

/** Of triangles that are evenly spaced in mel. */
function centresTo(fMax: number): number[] {
  const lowest = hzToMel(MIN_HZ, 'htk');
  const step = (hzToMel(fMax, 'htk') - lowest) / (BANDS + 1);
  return Array.from({ length: BANDS }, (_, band) => melToHz(lowest + (band + 1) * step, 'htk'));
}
