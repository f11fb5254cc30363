import { UsageError } from '../base/command-line/usage-error';

/** The raters' scale: the ratings for 0 points of the score, and for 100. */
export interface RatingScale {
  readonly low: number;
  readonly high: number;
}

export const DEFAULT_SCALE: RatingScale = { low: 0, high: 10 };

/** Two numbers with a hyphen or a comma between them. */
const FORM = /^\s*(-?[\d.]+)\s*[-,]\s*(-?[\d.]+)\s*$/;

/**
 * Reads `--scale 1-5` or `1,5`. @throws UsageError unless it is two numbers, the lower one first
 * @param mayFall whether the best rating may be the smaller number, as with school marks from 6 to 1
 */
export function readScale(option: string | undefined, mayFall = false): RatingScale {
  if (option === undefined) return DEFAULT_SCALE;
  const [, low, high] = (FORM.exec(option) ?? []).map(Number);
  const fits = low !== undefined && high !== undefined && (mayFall ? low !== high : low < high);
  if (!fits || !Number.isFinite(high - low)) {
    const wanted = mayFall ? 'the worst and the best rating, such as 1-5 or 6-1' : 'the lowest and the highest rating, such as 1-5';
    throw new UsageError(`--scale is "${option}"; it must be ${wanted}.`);
  }
  return { low, high };
}

/** A rating in points of the score: 0 at the low end of the scale, 100 at the high end. */
export function ratingPoints(human: number, { low, high }: RatingScale): number {
  return (100 * (human - low)) / (high - low);
}

/** A sentence that says why ratings can't be compared with scores; null if they can. */
export function scaleFault(ratings: readonly number[], { low, high }: RatingScale): string | null {
  const outside = ratings.find((rating) => rating < Math.min(low, high) || rating > Math.max(low, high));
  if (outside === undefined) return null;
  return `The rating ${outside} lies outside the scale from ${low} to ${high}; name the raters' scale with --scale.`;
}
