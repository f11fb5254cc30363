import type { WordScore } from '../../pipeline/siamese/words';
import type { WordRating } from './read-words';

/** A word with a score and a rating. */
export interface RatedWord {
  readonly human: number;
  /** 0 to 100. */
  readonly score: number;
  /** Number of letters and digits. */
  readonly letters: number;
  /** Duration of the learner's word, ms. */
  readonly durationMs: number;
}

/**
 * Matches the raters' words of a recording with the scored words, in their order. Empty if nobody rated words. Null if their
 * numbers differ, because then it is unknown which belong together: the voice may say "12" as one word or two, a rater may split
 * "o'clock", or nothing could be compared.
 */
export function ratedWords(
  ratings: readonly WordRating[] | null,
  scored: readonly WordScore[],
): readonly RatedWord[] | null {
  if (ratings === null || ratings.length === 0) return [];
  if (ratings.length !== scored.length) return null;
  return scored.flatMap(({ score, startMs, endMs }, i) => {
    const rating = ratings[i];
    if (rating === undefined) return [];
    return [{ human: rating.human, score, letters: lettersOf(rating.text), durationMs: endMs - startMs }];
  });
}

function lettersOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
