import { alignPhones, type AlignedPhone } from '../../pipeline/ear/phones/align';
import { logSoftmax } from '../../pipeline/ear/log-softmax';
import { segmentOf } from '../../pipeline/ear/phones/segments';
import { LENGTHS, PARTS } from './probe-weights';
import type { Regression } from './regression';

/** A recording as the ear's encoder heard it, with the phones of its text. */
export interface HeardRecording {
  readonly file: string;
  readonly speaker: string;
  readonly seconds: number;
  /** Block 5 less its mean over the recording: frames x size, row-major. */
  readonly frames: Float32Array;
  readonly count: number;
  readonly size: number;
  /** For each word its pronunciations, as `alignPhones` wants them. */
  readonly words: readonly (readonly (readonly number[])[])[];
}

/** Where the phones are, by the regression of frames. */
export function alignBy({ weights, bias }: Regression, { frames, count, size, words }: HeardRecording): AlignedPhone[] {
  const symbols = bias.length;
  const data = new Float32Array(count * symbols);
  for (let frame = 0; frame < count; frame++) {
    const row = data.subarray(frame * symbols, (frame + 1) * symbols);
    row.set(bias);
    addProduct(row, frames.subarray(frame * size, (frame + 1) * size), weights);
    row.set(logSoftmax(row));
  }
  return alignPhones({ data, frames: count, symbols }, words);
}

/** What the regression of segments sees of a phone: the means of five stretches of frames, and three logarithms of lengths. */
export function readSegment({ frames, count, size }: HeardRecording, phones: readonly AlignedPhone[], at: number, to: Float32Array): void {
  const { parts, lengths } = segmentOf(phones, at);
  to.fill(0, 0, PARTS * size);
  parts.forEach(([from, end], part) => {
    const first = Math.min(Math.max(0, from), count - 1);
    const last = Math.min(count, Math.max(end, first + 1));
    for (let frame = first; frame < last; frame++) {
      for (let i = 0; i < size; i++) {
        const place = part * size + i;
        to[place] = (to[place] as number) + (frames[frame * size + i] as number) / (last - first);
      }
    }
  });
  for (let i = 0; i < LENGTHS; i++) to[PARTS * size + i] = Math.log(lengths[i] as number);
}

/** Adds inputs x weights to a row of classes. */
export function addProduct(row: Float32Array, inputs: Float32Array, weights: Float32Array): void {
  const classes = row.length;
  for (let i = 0; i < inputs.length; i++) {
    const value = inputs[i] as number;
    for (let k = 0, at = i * classes; k < classes; k++, at++) row[k] = (row[k] as number) + value * (weights[at] as number);
  }
}
