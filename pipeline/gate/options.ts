import type { Audio } from '../types';

/** Where the stationary gate learns what the noise sounds like. */
export type NoiseProfile =
  /** The whole recording: right where there is much more noise than speech in time. */
  | { readonly from: 'whole' }
  /** The first `ms` milliseconds, before the learner speaks. */
  | { readonly from: 'lead-in'; readonly ms: number }
  /** The quietest `share` of the frames (default 0.1) that are not digital silence. */
  | { readonly from: 'quietest'; readonly share?: number }
  /** A recording of the noise alone, at any sample rate. */
  | { readonly from: 'recording'; readonly audio: Audio };

/** Settings of the noise gate; the defaults are those of noisereduce 3. */
export interface GateOptions {
  /** One threshold per frequency for the whole recording, or one that follows the level over time. Default false. */
  readonly stationary?: boolean;
  /** Used by the stationary gate only. Default the whole recording. */
  readonly profile?: NoiseProfile;
  /** 1 removes all that is below the threshold, 0 nothing. Default 1. */
  readonly strength?: number;
  /** Reach of the smoothing of the mask along frequency; 0 for none. Default 500 Hz. */
  readonly smoothHz?: number;
  /** Reach of the smoothing along time; 0 for none. Default 50 ms. */
  readonly smoothMs?: number;
  /** Stationary: standard deviations above the mean noise level, in dB. Default 1.5. */
  readonly deviations?: number;
  /** Non-stationary: how far above the smoothed level a bin must be, as a multiple of it. Default 2. */
  readonly multiple?: number;
  /** Non-stationary: slope of the sigmoid around that multiple. Default 10. */
  readonly slope?: number;
  /** Non-stationary: time constant of the smoothed level. Default 2000 ms. */
  readonly timeConstantMs?: number;
}

export type FullGateOptions = Required<GateOptions>;

export const GATE_DEFAULTS: FullGateOptions = {
  stationary: false,
  profile: { from: 'whole' },
  strength: 1,
  smoothHz: 500,
  smoothMs: 50,
  deviations: 1.5,
  multiple: 2,
  slope: 10,
  timeConstantMs: 2000,
};

// Loops over bins copy these to a local first: an import is looked up on each pass, which costs more than the sum.
export const GATE_FFT_SIZE = 1024;
export const GATE_HOP = 256;
export const GATE_BINS = GATE_FFT_SIZE / 2 + 1;
/** Recordings are filtered in pieces of this many samples ... */
export const CHUNK_SAMPLES = 600000;
/** ... each seen with so many of its neighbours' samples on both sides, zeros beyond the recording. */
export const CHUNK_MARGIN = 30000;
