import type { Tier } from '../../../pipeline/siamese/score';

/** What became of a word or of a syllable: `said` where it has no score, `left` out, or `added` to the sentence. */
export type WordState = 'right' | 'unclear' | 'wrong' | 'said' | 'left' | 'added';

export interface JudgedSyllable {
  readonly text: string;
  readonly state: WordState;
}

/** A word of the sentence after a try, or one that was added to it. */
export interface JudgedWord extends JudgedSyllable {
  /** 0 to 100; none where an ear has heard another word. */
  readonly score?: number;
  /** It was said in another order. */
  readonly moved?: true;
  /** Together they are the text. */
  readonly syllables?: readonly JudgedSyllable[];
}

/** A sound that was said as another one of its contrast. */
export interface SoundHint {
  readonly contrast: string;
  /** The syllable as it is pronounced, and as it was said. */
  readonly expected: string;
  readonly said: string;
  /** Place of its word in the sentence. */
  readonly word?: number;
}

export type Ending = 'rises' | 'falls' | 'level';

/** How the sentence went on, beside its sounds. */
export interface Melody {
  /** Syllables a second, divided by those of the voice. */
  readonly pace?: number;
  /** How the pitch goes at the end of the sentence. */
  readonly ending?: { readonly learner: Ending; readonly voice: Ending };
}

/** What a try came to. */
export interface Outcome {
  /** `scored`, or why there are no points. */
  readonly verdict: string;
  readonly tier: Tier | null;
  readonly tiers: readonly Tier[];
  readonly words: readonly JudgedWord[];
  readonly hint?: SoundHint | undefined;
  /** The words of the sentence, with their standard pronunciation where that differs. */
  readonly sayings?: readonly { readonly text: string; readonly pronounced?: string }[];
  readonly melody?: Melody | undefined;
}
