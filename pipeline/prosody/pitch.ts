import { resample } from '../resample';
import type { Audio } from '../types';
import { findCandidates, noCandidates, REACH } from './candidates';
import { nsdf } from './nsdf';
import { bestPath, type Moment, type PathCosts } from './pitch-path';

/** Time from one moment to the next, ms. */
export const PITCH_HOP_MS = 10;

/** Hz. */
export const LOWEST_PITCH = 60;
export const HIGHEST_PITCH = 650;

const RATE = 8000;
/** Two and a half periods of the lowest voice. */
const WIDTH = 320;
const HOP = (RATE * PITCH_HOP_MS) / 1000;
const MIN_LAG = Math.floor(RATE / HIGHEST_PITCH);
const MAX_LAG = Math.ceil(RATE / LOWEST_PITCH);

const COSTS: PathCosts = { jumpCost: 0.35, voicingCost: 0.14 };
/** Strength of a peak that is as likely voice as none. */
const VOICING_THRESHOLD = 0.5;
/** A peak below this is no voice. */
const LEAST_HEIGHT = 0.25;
/** A moment whose loudest sample is below this share of the recording's is silent (Boersma 1993). */
const SILENCE = 0.03;

/** A voice keeps near to the middle half of its pitches: below and above it by these factors (De Looze & Hirst 2008 use 0.75 and, for
 *  lively speech, 2.5). */
const BELOW = 0.65;
const ABOVE = 2;

/**
 * The pitch of a voice every 10 ms: peaks of the normalised square difference function (McLeod & Wyvill 2005), of which the best
 * path is chosen (Boersma 1993); a second time within the range that the first time has shown (De Looze & Hirst 2008).
 * @returns Hz; value i is that around i * PITCH_HOP_MS, 0 where there is no voice
 */
export function pitchOf({ samples, sampleRate }: Audio): Float32Array {
  const low = resample(samples, sampleRate, RATE);
  const count = Math.ceil(low.length / HOP);
  const likeness = nsdf(WIDTH, MAX_LAG + REACH);
  const peaks = framePeaks(low, count);
  const loudest = peaks.reduce((most, value) => Math.max(most, value), 0);
  const moments = Array.from(peaks, (peak, i): Moment => {
    const candidates = noCandidates();
    findCandidates(likeness.of(low, i * HOP - (WIDTH >> 1)), MIN_LAG, MAX_LAG, LEAST_HEIGHT, candidates);
    return { candidates, unvoiced: unvoicedStrength(loudest === 0 ? 0 : peak / loudest) };
  });
  const first = bestPath(moments, COSTS, { minLag: 0, maxLag: Infinity });
  const lags = first.filter((lag) => lag > 0).sort();
  const quarter = (count: number): number => lags[Math.floor((count * lags.length) / 4)] as number;
  const path = lags.length > 0 ? bestPath(moments, COSTS, { minLag: quarter(1) / ABOVE, maxLag: quarter(3) / BELOW }) : first;
  return Float32Array.from(path, (lag) => (lag === 0 ? 0 : RATE / lag));
}

/** What no voice is worth: more in silence. @param share of the recording's loudest sample */
function unvoicedStrength(share: number): number {
  return VOICING_THRESHOLD + Math.max(0, 2 - (share * (1 + VOICING_THRESHOLD)) / SILENCE);
}

/** Largest sample of each frame, without its mean. */
function framePeaks(samples: Float32Array, count: number): Float64Array {
  const peaks = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const from = Math.max(0, i * HOP - (WIDTH >> 1));
    const end = Math.min(samples.length, i * HOP + (WIDTH >> 1));
    for (let n = from; n < end; n++) peaks[i] = Math.max(peaks[i] as number, Math.abs(samples[n] as number));
  }
  return peaks;
}
