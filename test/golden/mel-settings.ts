import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import type { MelFeatures } from '../../pipeline/types';

/** The four sets of sizes that the golden data uses. */
const CONFIGS: Readonly<Record<string, Partial<MelFeatures>>> = {
  A: { sampleRate: 22050, fftSize: 2048, windowLength: 2048, hopLength: 512, bands: 128, topDb: 80 },
  B: { sampleRate: 22050, fftSize: 512, windowLength: 512, hopLength: 128, bands: 128, topDb: 47.5 },
  C400: { sampleRate: 16000, fftSize: 400, windowLength: 400, hopLength: 160, bands: 64, topDb: 80 },
  C512: { sampleRate: 16000, fftSize: 512, windowLength: 400, hopLength: 160, bands: 64, topDb: 80 },
};

const NAMES: Readonly<Record<string, keyof MelFeatures>> = {
  sr: 'sampleRate',
  n_fft: 'fftSize',
  win_length: 'windowLength',
  hop_length: 'hopLength',
  n_mels: 'bands',
  fmin: 'fMin',
  fmax: 'fMax',
  top_db: 'topDb',
};

/** An entry's parameters, in librosa's names, as the features of the pipeline: Slaney's scale and norm by default. */
export function melSettings(params: Readonly<Record<string, unknown>>): MelFeatures {
  const config = CONFIGS[String(params['config'])] ?? {};
  const sampleRate = Number(params['sr'] ?? config.sampleRate);
  const named = Object.entries(NAMES)
    .filter(([name]) => params[name] !== undefined)
    .map(([name, key]) => [key, params[name]]);
  return {
    ...DEFAULT_FEATURES,
    fMin: 0,
    fMax: sampleRate / 2,
    ...config,
    ...(Object.fromEntries(named) as Partial<MelFeatures>),
    melScale: params['htk'] === true ? 'htk' : 'slaney',
    melNorm: params['norm'] === null ? 'none' : 'slaney',
    scale: 'db',
  };
}
