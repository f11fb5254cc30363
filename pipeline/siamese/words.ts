import type { Word } from '../types';
import type { Comparison } from './compare';
import { scoreFromDistance } from './score';

/** A word of the reference as the learner said it: times in the learner's recording, ms; `score` 0 to 100. */
export interface WordScore extends Word {
  readonly score: number;
  /** Where an ear has scored them. */
  readonly syllables?: readonly SyllableScore[];
}

/** A syllable of a word, with the same times and points. */
export interface SyllableScore extends Word {
  readonly score: number;
}

/** Where the embedding frames of the two recordings lie, ms: frame i of a recording is centred at its start + i *
 *  `frameMs`. More than 0 where trimming has cut something off before the first frame. */
export interface FrameTimes {
  readonly frameMs: number;
  readonly learnerStartMs: number;
  readonly referenceStartMs: number;
}

/** Frames of the reference from `from` up to, not including, `to`. */
interface ReferenceFrames {
  readonly from: number;
  readonly to: number;
}

/** The learner's frames `first` to `last` belong to a word; `own` of them to no other part of the reference. */
interface LearnerFrames {
  readonly first: number;
  readonly last: number;
  readonly own: number;
}

/**
 * A score for each word of the reference, through the alignment and without any recogniser; empty where nothing was
 * aligned.
 *
 * The recording's distance is spread over its words by what the head says of their frames: a word's distance is the
 * recording's times the square root of (mean over the word's frames / mean over all frames). The root, because the
 * handful of frames in a word is a noisy measure, while the whole recording is not; chosen on the choice set, where
 * neither the frames alone nor the recording alone agrees with the raters as well.
 *
 * A word that was skipped has no frames of the learner's to itself, the alignment leaps over it. So a word counts only
 * as far as it was said: by its own frames, one more because boundaries are not sharper than that, against the
 * reference's. Someone who speaks faster than the reference throughout has skipped nothing.
 *
 * @param words in the order and on the time axis of the reference, ms
 * @param toScore the map of a calibration, where there is one
 */
export function scoreWords(
  words: readonly Word[],
  { distance, frameDistance, path }: Pick<Comparison, 'distance' | 'frameDistance' | 'path'>,
  { frameMs, learnerStartMs, referenceStartMs }: FrameTimes,
  toScore: (distance: number) => number = scoreFromDistance,
): WordScore[] {
  const [lastLearner, lastReference] = path.slice(-2);
  if (lastLearner === undefined || lastReference === undefined) return [];
  const pace = Math.min(1, (lastLearner + 1) / (lastReference + 1));
  const overall = meanOf(frameDistance, 0, lastLearner);
  const starts = referenceStarts(path, lastReference + 1);
  let freeFromMs = learnerStartMs;
  return words.map((word) => {
    const frames = referenceFrames(word, referenceStartMs, frameMs, lastReference + 1);
    const { first, last, own } = learnerFrames(path, starts, frames);
    const share = overall > 0 ? meanOf(frameDistance, first, last) / overall : 1;
    const said = Math.min(1, (own + 1) / ((frames.to - frames.from) * pace));
    // A frame between two words belongs to the earlier one: words do not overlap.
    const startMs = Math.max(freeFromMs, learnerStartMs + (first - 0.5) * frameMs);
    const endMs = Math.max(startMs, learnerStartMs + (last + 0.5) * frameMs);
    freeFromMs = endMs;
    return { text: word.text, startMs, endMs, score: said * toScore(distance * Math.sqrt(share)) };
  });
}

/** The frames centred inside a word; the nearest one where a word is too short for any, or was trimmed away. */
function referenceFrames({ startMs, endMs }: Word, originMs: number, frameMs: number, count: number): ReferenceFrames {
  const from = Math.ceil((startMs - originMs) / frameMs);
  const to = Math.ceil((endMs - originMs) / frameMs);
  const isInside = to > Math.max(0, from) && from < count;
  if (isInside) return { from: Math.max(0, from), to: Math.min(count, to) };
  const nearest = Math.min(count - 1, Math.max(0, Math.round(((startMs + endMs) / 2 - originMs) / frameMs)));
  return { from: nearest, to: nearest + 1 };
}

/** Where in the path the pairs of each of the reference's `count` frames begin; behind them, where the path ends. Every
 *  frame of the reference is on the path. */
function referenceStarts(path: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1).fill(path.length);
  for (let p = path.length - 2; p >= 0; p -= 2) starts[path[p + 1] as number] = p;
  return starts;
}

/** The path is monotonic, so what it pairs with these frames is one run of the learner's. */
function learnerFrames(path: Int32Array, starts: Int32Array, { from, to }: ReferenceFrames): LearnerFrames {
  const start = starts[from] as number; // from < to <= the reference's frames
  const end = starts[to] as number;
  const first = path[start] as number;
  const last = path[end - 2] as number;
  const isFirstShared = start > 0 && path[start - 2] === first;
  const isLastShared = end < path.length && path[end] === last;
  const shared = (isFirstShared ? 1 : 0) + (isLastShared ? 1 : 0);
  return { first, last, own: Math.max(0, last - first + 1 - shared) };
}

/** Over the values from `first` to `last`, both included. */
function meanOf(values: Float32Array, first: number, last: number): number {
  let sum = 0;
  for (let i = first; i <= last; i++) sum += values[i] as number;
  return sum / (last - first + 1);
}
