/** What lies between two syllables of a phrase, as far as a rule must know it. */
export interface Seam {
  /**
   * What begins with the right syllable: more of the same word, the second part of a compound, the next word.
   * `loose` is a next word that is not said in one breath with the word before it: a coda does not move over to it.
   */
  readonly begins: 'syllable' | 'part' | 'word' | 'loose';
  /** The left syllable ends the stem of a verb or an adjective, the right one begins an ending. */
  readonly afterStem: boolean;
  /** The onset gets tense without a rule that the letters show (articles 24 and 26 to 28). */
  readonly tense: boolean;
  /** ㄴ is added before the right syllable (article 29). */
  readonly addsN: boolean;
  /** ㄴ and ㄹ meet, and ㄹ is what changes (the exceptions of article 20). */
  readonly keepsN: boolean;
  /** Of ㄼ the ㅂ is heard (the exceptions of article 10). */
  readonly keepsB: boolean;
  /** The left syllable ends the name of a letter (article 16). */
  readonly afterLetterName: boolean;
}

/** More of the same word, with nothing that a list of words tells. */
export const PLAIN: Seam = {
  begins: 'syllable', afterStem: false, tense: false, addsN: false, keepsN: false, keepsB: false, afterLetterName: false,
};

/** A coda and the onset that follows it. Which sounds the two become is what the rules of consonants say. */
export interface Joint {
  /** One consonant or a cluster, '' for none. */
  readonly coda: string;
  /** '' at the end of a phrase; ㅇ before a vowel. */
  readonly onset: string;
  /** Nucleus and coda of the right syllable, '' at the end of a phrase. */
  readonly nucleus: string;
  readonly nextCoda: string;
  readonly seam: Seam;
}

/** A rule of consonants: it returns the joint that it was given where it does not apply. */
export type Rule = (joint: Joint, variant: Variant) => Joint;

/** Which of the ways that the standard allows is taken. The default has none of them set. */
export interface Variant {
  /** Article 5: ㅖ as ㅔ, but in 예 and 례. */
  readonly plainYe?: boolean;
  /** Article 5: 의 that is not the first syllable as 이. */
  readonly plainUi?: boolean;
  /** Article 5: the particle 의 as 에. */
  readonly particleE?: boolean;
  /** Article 22: 되어 as 되여. */
  readonly glide?: boolean;
  /** Article 30: 냇가 as 낻까. */
  readonly soundedSaisiot?: boolean;
  /** The second reading of the words that have two: 검열, 맛있다. */
  readonly secondReading?: boolean;
}
