import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { melSpectrogram } from '../../pipeline/mel';
import { pictureOf } from '../../pipeline/picture';
import { encodePng } from '../../pipeline/png';
import { resample } from '../../pipeline/resample';
import type { MelFeatures } from '../../pipeline/types';
import { decodeWav, encodeWav } from '../../pipeline/wav';

/** A recording in the form that the page contains. */
export interface Media {
  /** data: URI of a WAV, 16 kHz, mono, 16 bits. */
  readonly audio: string;
  /** data: URI of a PNG: the mel-spectrogram of the same time, in magma colours. */
  readonly picture: string;
  readonly seconds: number;
  /** Whether the recording was longer and is cut. */
  readonly cut: boolean;
}

/** Longest recording, seconds. Twenty recordings of this length take 17 MB in the page. */
export const MOST_SECONDS = 20;
const SAMPLE_RATE = 16000;
const TOP_DB = 80;
const HEIGHT = 128;
const PIXELS_PER_SECOND = 100;
/** Greatest width of a picture: as many pixels as a large screen shows. */
const MOST_PIXELS = 1000;

/** Features for a picture of the whole recording: no trimming, no normalisation, no pre-emphasis. */
const FEATURES: MelFeatures = {
  ...DEFAULT_FEATURES,
  sampleRate: SAMPLE_RATE,
  trimDb: null,
  rmsNormalise: false,
  preEmphasis: 0,
  scale: 'db',
  topDb: TOP_DB,
};

/** @param wav a WAV file @throws PronError if it is not one */
export function mediaOf(wav: Uint8Array): Media {
  const { samples: recorded, sampleRate } = decodeWav(wav);
  const whole = resample(recorded, sampleRate, SAMPLE_RATE);
  const samples = whole.subarray(0, MOST_SECONDS * SAMPLE_RATE);
  const seconds = samples.length / SAMPLE_RATE;
  const mel = melSpectrogram({ samples, sampleRate: SAMPLE_RATE }, FEATURES);
  const width = Math.min(MOST_PIXELS, Math.max(1, Math.round(seconds * PIXELS_PER_SECOND)));
  const png = encodePng(pictureOf(mel, 'magma', HEIGHT, width, TOP_DB));
  return {
    audio: `data:audio/wav;base64,${encodeWav({ samples, sampleRate: SAMPLE_RATE }).wav.toString('base64')}`,
    picture: `data:image/png;base64,${png.toString('base64')}`,
    seconds,
    cut: samples.length < whole.length,
  };
}
