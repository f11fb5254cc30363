import { logSoftmax } from '../log-softmax';
import type { AlignedPhone } from './align';

/** What each frame says for each class (0 is the pause) as a part of a phone's segment, and the weights of lengths. */
export interface Evidence {
  /** frames x (PARTS x classes), row-major. */
  readonly data: Float32Array;
  /** (LENGTHS + 1) x classes: weights of the logarithms of the lengths before, of and after the phone, and the bias. */
  readonly lengths: Float32Array;
  readonly frames: number;
  readonly classes: number;
}

const PARTS = 5;
const LENGTHS = 3;
/** Frames of a neighbour that are looked at, and the length that a pause counts as. */
const MOST_OF_NEIGHBOUR = 4;
const PAUSE = 8;

/**
 * How likely each class is over the whole of each phone, by softmax regression over five stretches of frames and three lengths: see
 * training/ear/korean.
 * @returns natural logarithms, phones x classes, row-major
 */
export function segmentPosteriors(phones: readonly AlignedPhone[], evidence: Evidence): Float32Array {
  const { classes, lengths } = evidence;
  const out = new Float32Array(phones.length * classes);
  phones.forEach((_, at) => {
    const row = out.subarray(at * classes, (at + 1) * classes);
    const segment = segmentOf(phones, at);
    row.set(lengths.subarray(LENGTHS * classes));
    segment.lengths.forEach((length, i) => {
      for (let k = 0; k < classes; k++) row[k] = (row[k] as number) + Math.log(length) * (lengths[i * classes + k] as number);
    });
    segment.parts.forEach(([from, to], part) => addMean(row, evidence, part, from, to));
    row.set(logSoftmax(row));
  });
  return out;
}

/** The second half of the phone before, the phone's thirds, the first half of the one after; lengths of all three, frames. */
export function segmentOf(phones: readonly AlignedPhone[], at: number): { parts: readonly (readonly [number, number])[]; lengths: readonly number[] } {
  const { start, end } = phones[at] as AlignedPhone;
  const [previous, next] = [phones[at - 1], phones[at + 1]];
  const before = previous !== undefined && start - previous.end <= 1 ? start - previous.start : PAUSE;
  const after = next !== undefined && next.start - end <= 1 ? next.end - end : PAUSE;
  const length = end - start;
  const first = start + Math.floor(length / 3);
  const second = start + Math.floor((2 * length + 2) / 3);
  const most = (frames: number): number => Math.min(MOST_OF_NEIGHBOUR, Math.max(1, frames));
  return {
    parts: [
      [start - most(before >> 1), start],
      [start, Math.max(first, start + 1)],
      [first, Math.max(second, first + 1)],
      [Math.min(second, end - 1), end],
      [end, end + most((after + 1) >> 1)],
    ],
    lengths: [Math.max(1, before), length, Math.max(1, after)],
  };
}

/** Adds what the mean of the frames `from` to `to` says; at the ends of the recording there are fewer, but one at least. */
function addMean(row: Float32Array, { data, frames, classes }: Evidence, part: number, from: number, to: number): void {
  const first = Math.min(Math.max(0, from), frames - 1);
  const last = Math.min(frames, Math.max(to, first + 1));
  for (let frame = first; frame < last; frame++) {
    const at = (frame * PARTS + part) * classes;
    for (let k = 0; k < classes; k++) row[k] = (row[k] as number) + (data[at + k] as number) / (last - first);
  }
}
