import { sumOfSquares } from './energy';

/** Frame and hop are samples; a frame counts as sound when it is less than `topDb` below the loudest. */
export interface TrimOptions {
  readonly topDb: number;
  readonly frameLength?: number;
  readonly hopLength?: number;
}

/** Samples from `start` up to, not including, `end`. */
export interface SampleRange {
  readonly start: number;
  readonly end: number;
}

export const TRIM_FRAME_LENGTH = 2048;
export const TRIM_HOP_LENGTH = 512;

/** RMS below this counts as this: two frames of digital silence are equally loud. */
const MIN_RMS = 1e-5;

/** RMS of each frame: the signal has half a frame of zeros added at both ends, frames are 1 + floor(n / hop). */
export function frameRms(samples: Float32Array, frameLength: number, hopLength: number): Float64Array {
  const half = Math.floor(frameLength / 2);
  const frames = 1 + Math.floor((samples.length + 2 * half - frameLength) / hopLength);
  const rms = new Float64Array(Math.max(0, frames));
  // A running sum.
  let energy = 0;
  let from = 0;
  let to = 0;
  for (let j = 0; j < rms.length; j++) {
    const start = Math.min(samples.length, Math.max(0, j * hopLength - half));
    const end = Math.min(samples.length, Math.max(0, j * hopLength - half + frameLength));
    if (start >= to) {
      energy = 0;
      to = start;
      from = start;
    }
    energy += sumOfSquares(samples, to, end) - sumOfSquares(samples, from, start);
    from = start;
    to = end;
    rms[j] = Math.sqrt(Math.max(0, energy) / frameLength);
  }
  return rms;
}

/** Level of each frame in dB below the loudest frame (0 dB); at most 100 dB below full scale is told apart. */
export function frameLevelsDb(
  samples: Float32Array,
  frameLength: number = TRIM_FRAME_LENGTH,
  hopLength: number = TRIM_HOP_LENGTH,
): Float32Array {
  return levelsBelowLoudest(frameRms(samples, frameLength, hopLength));
}

function levelsBelowLoudest(rms: Float64Array): Float32Array {
  const loudest = Math.max(MIN_RMS, loudestOf(rms));
  const levels = new Float32Array(rms.length);
  for (let j = 0; j < rms.length; j++) levels[j] = 20 * Math.log10(Math.max(MIN_RMS, rms[j] as number) / loudest);
  return levels;
}

/** The largest of the frames' RMS; 0 where there is no frame. */
export function loudestOf(rms: Float64Array): number {
  let loudest = 0;
  for (let j = 0; j < rms.length; j++) if ((rms[j] as number) > loudest) loudest = rms[j] as number;
  return loudest;
}

/**
 * Where a recording begins and ends when silence is cut off, as librosa.effects.trim: from the first to the last
 * frame above -topDb. Nothing above (an empty signal) gives 0, 0. Digital silence is equally loud everywhere and
 * is kept whole, as librosa does.
 */
export function trim(samples: Float32Array, options: TrimOptions): SampleRange {
  const { topDb, frameLength = TRIM_FRAME_LENGTH, hopLength = TRIM_HOP_LENGTH } = options;
  return trimByRms(frameRms(samples, frameLength, hopLength), samples.length, topDb, hopLength);
}

/** `trim` for a recording of `length` samples whose `frameRms` are known. */
export function trimByRms(rms: Float64Array, length: number, topDb: number, hopLength: number): SampleRange {
  if (length === 0) return { start: 0, end: 0 };
  const levels = levelsBelowLoudest(rms);
  const first = levels.findIndex((level) => level > -topDb);
  if (first < 0) return { start: 0, end: 0 };
  const last = levels.findLastIndex((level) => level > -topDb);
  return { start: first * hopLength, end: Math.min(length, (last + 1) * hopLength) };
}
