import { powerRatioDb } from '../../decibel';
import { realFft } from '../../fft';
import { filterBands } from '../../mel';
import { melFilterBank } from '../../mel-filterbank';
import { findCandidates, keyMaximum, noCandidates, REACH } from '../../prosody/candidates';
import { nsdf } from '../../prosody/nsdf';
import { EAR_RATE } from '../samples';

/** Time from one moment to the next, ms. */
export const MOMENT_MS = 5;
export const CEPSTRA = 12;

/** What a recording sounds like every 5 ms; one value a moment. */
export interface Moments {
  readonly count: number;
  /** Level of 10 ms, dB. */
  readonly level: Float32Array;
  /** The same of 2 to 8 kHz: the noise of a release and of aspiration. */
  readonly high: Float32Array;
  /** NSDF at the pitch, 0 to 1. */
  readonly voicing: Float32Array;
  /** Semitones above 100 Hz. */
  readonly pitch: Float32Array;
  /** First harmonic over the second, dB: a breathy voice has more, a creaky one less (H1-H2). */
  readonly tilt: Float32Array;
  /** count x CEPSTRA: shape of the spectrum, without its level. */
  readonly cepstra: Float32Array;
}

const STEP = (EAR_RATE * MOMENT_MS) / 1000;
const SHORT = 160;
const LONG = 400;
/** At half the rate, where the pitch is looked for. */
const PITCH_WIDTH = 256;
const PITCH_LAGS = [Math.floor(EAR_RATE / 2 / 400), Math.ceil(EAR_RATE / 2 / 70)] as const;
const SIZE = 512;
const LOWEST_BIN = 3;
const HIGH_FROM = 2000;
const BANDS = 24;
const LEAST = 1e-10;

/** @param samples at EAR_RATE, as `earSamples` makes them */
export function momentsOf(samples: Float32Array): Moments {
  const count = Math.max(1, Math.floor(samples.length / STEP));
  const out = {
    count,
    level: new Float32Array(count),
    high: new Float32Array(count),
    voicing: new Float32Array(count),
    pitch: new Float32Array(count),
    tilt: new Float32Array(count),
    cepstra: new Float32Array(count * CEPSTRA),
  };
  const half = halfRate(samples);
  const voicingAt = voicing(half);
  const short = spectrum(SHORT);
  const long = spectrum(LONG);
  const bank = melFilterBank({ sampleRate: EAR_RATE, fftSize: SIZE, bands: BANDS, fMin: 80, fMax: 7600, melScale: 'htk', melNorm: 'none' });
  const bands = new Float64Array(BANDS);
  for (let i = 0; i < count; i++) {
    const centre = i * STEP + (STEP >> 1);
    const brief = short(samples, centre);
    out.level[i] = decibel(powerFrom(brief, LOWEST_BIN));
    out.high[i] = decibel(powerFrom(brief, Math.round((HIGH_FROM * SIZE) / EAR_RATE)));
    const { strength, hz } = voicingAt(centre >> 1);
    out.voicing[i] = strength;
    out.pitch[i] = 12 * Math.log2(hz / 100);
    const bins = long(samples, centre);
    out.tilt[i] = decibel(harmonic(bins, hz)) - decibel(harmonic(bins, 2 * hz));
    filterBands(bins, bank, bands);
    addCepstra(bands, out.cepstra.subarray(i * CEPSTRA, (i + 1) * CEPSTRA));
  }
  return out;
}

/** Complex spectra of a Hann window of `width` samples; what a call returns must be read before the next one. */
function spectrum(width: number): (samples: Float32Array, centre: number) => Float64Array {
  const fft = realFft(SIZE);
  const window = Float64Array.from({ length: width }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / width));
  const frame = new Float64Array(SIZE);
  return (samples, centre) => {
    const from = centre - (width >> 1);
    for (let i = 0; i < width; i++) {
      const at = from + i;
      frame[i] = at >= 0 && at < samples.length ? (samples[at] as number) * (window[i] as number) : 0;
    }
    return fft.forward(frame);
  };
}

const COSINES = Float64Array.from({ length: CEPSTRA * BANDS }, (_, i) => {
  return Math.cos((Math.PI * (Math.floor(i / BANDS) + 1) * ((i % BANDS) + 0.5)) / BANDS) / BANDS;
});

/** Changes `bands` into their logarithms. */
function addCepstra(bands: Float64Array, out: Float32Array): void {
  for (let band = 0; band < BANDS; band++) bands[band] = Math.log((bands[band] as number) + 1e-6);
  for (let k = 0; k < CEPSTRA; k++) {
    let all = 0;
    for (let band = 0; band < BANDS; band++) all += (COSINES[k * BANDS + band] as number) * (bands[band] as number);
    out[k] = all;
  }
}

function powerOf(bins: Float64Array, k: number): number {
  return (bins[2 * k] as number) ** 2 + (bins[2 * k + 1] as number) ** 2;
}

function harmonic(bins: Float64Array, hz: number): number {
  const bin = (hz * SIZE) / EAR_RATE;
  let most = 0;
  for (let k = Math.max(1, Math.floor(bin - 0.7)); k <= Math.ceil(bin + 0.7) && 2 * k < bins.length; k++) most = Math.max(most, powerOf(bins, k));
  return most;
}

function powerFrom(bins: Float64Array, from: number): number {
  let all = 0;
  for (let k = from; 2 * k < bins.length; k++) all += powerOf(bins, k);
  return all;
}

function decibel(power: number): number {
  return powerRatioDb(power + LEAST);
}

/** How voiced a moment is, 0 to 1, and its pitch: of one moment alone, because a path through several blurs where a voice begins. */
function voicing(samples: Float32Array): (centre: number) => { readonly strength: number; readonly hz: number } {
  const [shortest, longest] = PITCH_LAGS;
  const likeness = nsdf(PITCH_WIDTH, longest + REACH);
  const found = noCandidates();
  return (centre) => {
    findCandidates(likeness.of(samples, centre - (PITCH_WIDTH >> 1)), shortest, longest, 0, found);
    const peak = keyMaximum(found);
    return { strength: Math.max(0, found.strengths[peak] as number), hz: EAR_RATE / 2 / (found.lags[peak] as number) };
  };
}

/** Every second sample of a short moving average: enough for a pitch. */
function halfRate(samples: Float32Array): Float32Array {
  const out = new Float32Array(samples.length >> 1);
  for (let i = 1; i < out.length; i++) {
    const at = 2 * i;
    out[i] = 0.25 * (samples[at - 1] as number) + 0.5 * (samples[at] as number) + 0.25 * (samples[at + 1] ?? 0);
  }
  return out;
}
