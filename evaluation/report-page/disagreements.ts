import { ratingPoints, type RatingScale } from '../rating-scale';
import type { RatedPair } from './recording';

export interface Disagreement {
  readonly pair: RatedPair;
  /** The rating in points, 0 to 100. */
  readonly points: number;
  /** Score minus rating in points. */
  readonly gap: number;
}

/** The pairs whose score is farthest from the rating, the farthest first. */
export function worstDisagreements(pairs: readonly RatedPair[], scale: RatingScale, most: number): Disagreement[] {
  return pairs
    .map((pair) => {
      const points = ratingPoints(pair.human, scale);
      return { pair, points, gap: pair.score - points };
    })
    .sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap) || a.pair.line - b.pair.line)
    .slice(0, most);
}
