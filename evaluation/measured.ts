import type { RatedWord } from './words/rated-words';

/** One pair of the table after it was compared. */
export interface MeasuredPair {
  /** True for the same sentence, false for another one, null if the table does not say. */
  readonly same: boolean | null;
  /** The rating, on any scale; null if there is none. */
  readonly human: number | null;
  readonly verdict: string;
  /** Score of the distance, whatever the verdict; 0 if nothing could be compared. */
  readonly score: number;
  /** The measure that decides `wrong-sentence`, lower is more alike; null if nothing could be compared. */
  readonly mismatch: number | null;
  /** Time of the comparison, ms; null if there was none. */
  readonly ms: number | null;
  /** Its words with their ratings. Empty if nobody rated words; null if ratings and scores can't be matched. */
  readonly words: readonly RatedWord[] | null;
  /** The speaker, for the intervals; '' if the table does not say. */
  readonly group: string;
}
