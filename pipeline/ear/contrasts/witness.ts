import { logSoftmax } from '../log-softmax';
import { seriesMeasures } from './series';
import { meanCepstra, type Stretch } from './measures';
import type { Group } from './groups';
import { EAR_FRAME_MS } from '../samples';
import { MOMENT_MS, type Moments } from './moments';

/** Where a phone of the text is, in moments. */
export interface PlacedPhone extends Stretch {
  readonly symbol: string;
}

/** A softmax regression over the measures of a group. */
export interface Witness {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** For each member of a row: a weight for each measure, and the bias. */
  readonly weights: readonly (readonly number[])[];
}

const MOMENTS_A_FRAME = EAR_FRAME_MS / MOMENT_MS;

/** A consonant of a syllable ends with it: its vowel comes within so many moments. */
const GAP = 2;

/**
 * The numbers of a phone that a group is told apart by; undefined where they can't be measured.
 * @param whole `cepstraOfRecording`
 */
export function measuresOf(
  moments: Moments,
  whole: readonly number[],
  phones: readonly PlacedPhone[],
  at: number,
  { measures, rows }: Group,
): number[] | undefined {
  const phone = phones[at] as PlacedPhone;
  const [before, after] = [phones[at - 1], phones[at + 1]];
  const follows = before !== undefined && phone.start - before.end <= GAP;
  if (measures === 'spectrum') return spectrumMeasures(moments, whole, phone, follows ? before : undefined, after);
  if (after === undefined || after.start - phone.end > GAP) return undefined;
  const { closureMs, voiceOnsetMs, aspirationDb, pitch, tilt, riseDb, voiced, lengthMs, vowelMs } = seriesMeasures(moments, phone, after);
  const inside = follows ? 1 : 0;
  const row = rows.findIndex((symbols) => symbols.includes(phone.symbol));
  const numbers = [Math.log(closureMs + 10), Math.log(voiceOnsetMs + 5), aspirationDb, pitch, tilt, riseDb, voiced, Math.log(lengthMs + 5), Math.log(vowelMs + 5)];
  const shape = meanCepstra(moments, { start: phone.start, end: phone.end }, whole);
  return [...numbers, inside, ...numbers.slice(0, 7).map((value) => inside * value), ...rows.slice(1).map((_, i) => (i + 1 === row ? 1 : 0)), ...shape];
}

function spectrumMeasures(moments: Moments, whole: readonly number[], phone: Stretch, before?: Stretch, after?: Stretch): number[] {
  const { start, end } = phone;
  const middle = (start + end) >> 1;
  const back = before === undefined ? start - 4 : (before.start + before.end) >> 1;
  const on = after === undefined ? end + 4 : Math.min(end + 8, (after.start + after.end) >> 1);
  const stretches = [[back, start], [start, middle], [middle, end], [end, on]] as const;
  return [...stretches.flatMap(([from, to]) => meanCepstra(moments, { start: from, end: to }, whole)), Math.log(end - start + 1)];
}

/** Natural logarithm of how likely each member of a row is. */
export function witnessed({ mean, scale, weights }: Witness, measures: readonly number[]): number[] {
  const scaled = measures.map((value, i) => (value - (mean[i] as number)) / (scale[i] as number));
  return logSoftmax(weights.map((row) => row.reduce((sum, weight, i) => sum + weight * (scaled[i] ?? 1), 0)));
}

/** @param aligned in frames of the ear */
export function placedPhones(phones: readonly { readonly symbol: string }[], aligned: readonly Stretch[]): PlacedPhone[] {
  return phones.map(({ symbol }, i) => {
    const { start, end } = aligned[i] as Stretch;
    return { symbol, start: start * MOMENTS_A_FRAME, end: end * MOMENTS_A_FRAME };
  });
}
