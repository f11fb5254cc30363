import { UsageError } from '../usage-error';

/** The raters' scale: the lowest and the highest figure that they could give. */
export interface RatingScale {
  readonly low: number;
  readonly high: number;
}

const DEFAULT_SCALE: RatingScale = { low: 0, high: 10 };

/** `--scale LOW,HIGH`. @throws UsageError unless it is two numbers, the lower first */
export function readScale(option: string | undefined): RatingScale {
  if (option === undefined) return DEFAULT_SCALE;
  const [low, high, ...more] = option.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const fits = low !== undefined && high !== undefined && more.length === 0 && high - low > 0;
  if (!fits || !Number.isFinite(high - low)) {
    throw new UsageError(`--scale is "${option}"; it must be the lowest and the highest rating, such as 1,5.`);
  }
  return { low, high };
}

/** A rating in points of the score: 0 at the low end of the scale, 100 at the high end. */
export function ratingPoints(human: number, { low, high }: RatingScale): number {
  return (100 * (human - low)) / (high - low);
}

/** Why ratings can't be held against scores, as a sentence; null where they can. */
export function scaleFault(ratings: readonly number[], { low, high }: RatingScale): string | null {
  const outside = ratings.find((rating) => rating < low || rating > high);
  if (outside === undefined) return null;
  return `The rating ${outside} lies outside the scale from ${low} to ${high}; name the raters' scale with --scale.`;
}
