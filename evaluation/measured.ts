import type { KindRatings } from './kinds';
import type { RatedPhones } from './words/rated-phones';
import type { RatedWord } from './words/rated-words';

/** What is said of a pair: by one witness, or by both together. */
export interface Testimony extends KindRatings {
  /** 0 to 100, whatever the verdict; 0 if there was nothing to judge, null if the witness gives no score. The kinds of rating are
   *  alike; of a witness that tells no kinds apart, they are the score. */
  readonly score: number | null;
  /** How surely it is the same sentence: higher is surer, -Infinity if there was nothing to judge. */
  readonly sameness: number;
  /** Whether it is refused as another sentence, or as less than half of this one. */
  readonly refused: boolean;
  /** Its words with their ratings. Empty if nobody rated words; null if ratings and scores can't be matched. */
  readonly words: readonly RatedWord[] | null;
}

/** One pair of the table after it was compared. */
export interface MeasuredPair {
  /** True for the same sentence, false for another one, null if the table does not say. */
  readonly same: boolean | null;
  /** The rating, on any scale; null if there is none. */
  readonly human: number | null;
  readonly ratings: KindRatings;
  readonly verdict: string;
  /** By both witnesses, whatever the verdict; 0 if nothing could be compared. */
  readonly score: number;
  /** Time of the comparison, ms; null if there was none. */
  readonly ms: number | null;
  /** Its words by both, as in a testimony. */
  readonly words: Testimony['words'];
  readonly phones: RatedPhones;
  /** How surely both together tell that it is the same sentence, as in a testimony. */
  readonly sameness: number;
  readonly siamese: Testimony;
  /** Null where it did not listen. */
  readonly ear: Testimony | null;
  /** The speaker, for the intervals; '' if the table does not say. */
  readonly group: string;
}
