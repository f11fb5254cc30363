import { DEFAULT_TIERS, tierOf, type Tier } from './score';
import type { SyllableScore, WordScore } from './words';

/** A syllable's score, and its tier; null without tiers. */
export interface SyllableGrade extends SyllableScore {
  readonly tier: Tier | null;
}

/** A word's score, and its tier; null without tiers. */
export interface WordGrade extends WordScore {
  readonly tier: Tier | null;
  readonly syllables?: readonly SyllableGrade[];
}

/** What a score, its words and all scores mean. */
export interface Grades {
  /** Null where there is no score. */
  readonly tier: Tier | null;
  /** All tiers, so that whoever gets the score can colour other scores alike. */
  readonly tiers: readonly Tier[];
  readonly words: readonly WordGrade[];
}

/** Grades a score, its words and their syllables. All tiers in it are copies: a change to the result must not reach the next one. */
export function gradesOf(value: number | null, words: readonly WordScore[], tiers: readonly Tier[] = DEFAULT_TIERS): Grades {
  const copyOf = (score: number): Tier | null => {
    const tier = tierOf(score, tiers);
    return tier === null ? null : { ...tier };
  };
  return {
    tier: value === null ? null : copyOf(value),
    tiers: tiers.map((tier) => ({ ...tier })),
    words: words.map(({ syllables, ...word }) => ({
      ...word,
      tier: copyOf(word.score),
      ...(syllables && { syllables: syllables.map((syllable) => ({ ...syllable, tier: copyOf(syllable.score) })) }),
    })),
  };
}
