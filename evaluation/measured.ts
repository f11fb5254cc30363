import type { RatedWord } from './words/rated-words';

/** One pair of the table after it was compared. */
export interface MeasuredPair {
  /** Same sentence, another sentence, or not said. */
  readonly same: boolean | null;
  /** The raters' figure, any scale; null where there is none. */
  readonly human: number | null;
  readonly verdict: string;
  /** Score of the distance, refused or not; 0 where nothing could be compared. */
  readonly score: number;
  /** What decides `wrong-sentence`, lower is more alike; null where nothing could be compared. */
  readonly mismatch: number | null;
  /** Time of the comparison, ms; null where there was none. */
  readonly ms: number | null;
  /** Its words with their ratings, none where nobody rated words; null where ratings and scores can't be brought
   *  together. */
  readonly words: readonly RatedWord[] | null;
  /** Who spoke, for the intervals; '' where it is not said. */
  readonly group: string;
}
