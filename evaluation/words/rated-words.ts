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
 * Brings the raters' words and the scored ones of a recording together, in their order; none where nobody rated words,
 * null where their numbers differ (the voice says "12" as one word or two, a rater splits "o'clock", nothing could be
 * compared), so that nobody knows which belongs to which.
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
