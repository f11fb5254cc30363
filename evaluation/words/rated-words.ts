import type { WordScore } from '../../pipeline/siamese/words';
import type { WordRating } from './read-words';

/** A word that raters and network have judged. */
export interface RatedWord {
  readonly human: number;
  /** 0 to 100. */
  readonly score: number;
  /** Letters and digits in it. */
  readonly letters: number;
  /** Of the learner's word, ms. */
  readonly durationMs: number;
}

/**
 * Pairs the raters' words of a recording with the scored ones, in their order. Empty where nobody rated words. Null where
 * their numbers differ, because then it is unknown which belong together: the voice says "12" as one word or two, a rater
 * splits "o'clock", or nothing could be compared.
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
