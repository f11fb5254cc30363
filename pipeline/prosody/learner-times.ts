import type { FrameTimes } from '../siamese/words';
import type { Stretch } from './runs';

/** A run of so many frames of the reference on one frame of the learner's was not said, ms. */
const SKIPPED_MS = 160;

/** Maps a time of the reference to when the learner says the same, ms; null where the learner left it out. */
export type LearnerTime = (referenceMs: number) => number | null;

/**
 * Along the path of the alignment: each of the reference's frames is in the middle of those of the learner's that it is paired with.
 * @param path [l0, r0, l1, r1, ...], as `alignEmbeddings` gives it, of one pair at least
 */
export function alongPath(path: Int32Array, { frameMs, learnerStartMs, referenceStartMs }: FrameTimes): LearnerTime {
  const frames = (path.at(-1) as number) + 1;
  const middles = new Float64Array(frames);
  const counts = new Uint32Array(frames);
  for (let p = 0; p < path.length; p += 2) {
    const r = path[p + 1] as number;
    middles[r] = (middles[r] as number) + (path[p] as number);
    counts[r] = (counts[r] as number) + 1;
  }
  for (let r = 0; r < frames; r++) middles[r] = (middles[r] as number) / (counts[r] as number); // every frame is on the path
  const skipped = skippedFrames(middles, Math.round(SKIPPED_MS / frameMs));
  return (referenceMs) => {
    const place = Math.min(frames - 1, Math.max(0, (referenceMs - referenceStartMs) / frameMs));
    const [before, after] = [Math.floor(place), Math.ceil(place)];
    if (skipped[Math.round(place)] === 1) return null;
    const [from, to] = [middles[before] as number, middles[after] as number];
    return learnerStartMs + (from + (place - before) * (to - from)) * frameMs;
  };
}

/** 1 for the inner frames of runs of `least` and more that have the same partner. */
function skippedFrames(middles: Float64Array, least: number): Uint8Array {
  const skipped = new Uint8Array(middles.length);
  for (let start = 0; start < middles.length; ) {
    let end = start + 1;
    while (end < middles.length && middles[end] === middles[start]) end++;
    if (end - start >= least) skipped.fill(1, start + 1, end - 1);
    start = end;
  }
  return skipped;
}

/** Evenly, where nothing was aligned: both begin and end together. @param reference moments of its speech, as those of the learner's */
export function evenly(learner: Stretch, reference: Stretch, learnerHopMs: number, referenceHopMs: number): LearnerTime {
  const pace = ((learner.end - learner.start) * learnerHopMs) / ((reference.end - reference.start) * referenceHopMs);
  return (referenceMs) => learner.start * learnerHopMs + (referenceMs - reference.start * referenceHopMs) * pace;
}
