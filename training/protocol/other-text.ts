import { pick, type Random } from '../../base/random';

/** A sentence and the duration of its reference. */
export interface SpokenText {
  readonly text: string;
  readonly durationMs: number;
}

export interface OtherText {
  readonly text: string;
  /** False if no duration was within the tolerance and the nearest one was taken. */
  readonly within: boolean;
}

/**
 * Draws a sentence other than `own` whose reference has the same duration within `tolerance` (a fraction of own's duration).
 * All such sentences are equally likely. If there is none, returns the sentence nearest in duration.
 * @throws RangeError if there is no other sentence at all
 */
export function otherText(
  own: SpokenText,
  texts: readonly SpokenText[],
  tolerance: number,
  random: Random,
): OtherText {
  const distance = ({ durationMs }: SpokenText): number => Math.abs(durationMs - own.durationMs);
  const others = texts.filter(({ text }) => text !== own.text);
  const near = others.filter((other) => distance(other) <= tolerance * own.durationMs);
  if (near.length > 0) return { text: pick(near, random).text, within: true };
  const [first, ...rest] = others;
  if (first === undefined) throw new RangeError('there is no other sentence in the set');
  const nearest = rest.reduce((best, other) => (distance(other) < distance(best) ? other : best), first);
  return { text: nearest.text, within: false };
}
