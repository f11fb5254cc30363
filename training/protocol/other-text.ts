import { pick, type Random } from '../../evaluation/random';

/** A sentence and how long the reference voice takes for it. */
export interface SpokenText {
  readonly text: string;
  readonly durationMs: number;
}

export interface OtherText {
  readonly text: string;
  /** False where no duration was near enough and the nearest was taken. */
  readonly within: boolean;
}

/**
 * Another sentence than `own` whose reference lasts as long within `tolerance` (a fraction of own's
 * duration), each as likely; the nearest in duration where there is none.
 * @throws RangeError where there is no other sentence at all
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
