/** An exercise that the teacher has started. Times are ms since 1970. */
export interface Exercise {
  readonly title: string;
  /** Empty where anything may be practised. */
  readonly sentences: readonly string[];
  readonly startedAt: number;
  readonly endedAt?: number;
}

/** Why the class did not do something. */
export interface Refused {
  /** A name in the page's texts, or a code of a failure. */
  readonly reason: string;
  /** A sentence in the language of Node-RED. */
  readonly message: string;
  /** Seats that anybody could take; none where learners give their names. */
  readonly free?: readonly number[];
  /** Whether the teacher keeps recordings of learners who agree. */
  readonly recordings?: boolean;
}

interface To<Topic extends string, Payload> {
  readonly topic: Topic;
  readonly payload: Payload;
  /** None where all learners are told. */
  readonly pronunciation?: { readonly session?: string; readonly attempt?: string };
}

/** What a class tells a learner's page. */
export type ToldLearner =
  | To<'joined', { readonly seat: string; readonly consent: boolean; readonly recordings: boolean; readonly exercise: Exercise | null; readonly kept?: readonly string[] }>
  | To<'refused', Refused>
  | To<'left', { readonly seat: string | null }>
  | To<'kept', { readonly id: number }>
  | To<'started' | 'ended', Exercise | null>;

/** A seat's tries of one sentence. */
export interface Cell {
  readonly tries: number;
  /** Points; null as long as every try was refused. */
  readonly best: number | null;
  readonly last: number | null;
  readonly verdict: string;
  /** Of the tier of the best. */
  readonly colour?: string;
  /** Number of the newest recording. */
  readonly recording?: number;
}

export interface SeatRow {
  /** Null: results of learners who had no seat. */
  readonly seat: string | null;
  readonly isConnected: boolean;
  readonly consent: boolean;
  readonly tries: number;
  readonly best: number | null;
  /** In the order of the sentences. */
  readonly cells: readonly (Cell | null)[];
}

interface Hard {
  readonly text: string;
  readonly tries: number;
  readonly points: number;
}

/** What the teacher sees: see docs/class.md. */
export interface Overview {
  readonly at: number;
  readonly of: 'exercise' | 'all';
  readonly exercise: Exercise | null;
  readonly seats: readonly SeatRow[];
  readonly sentences: readonly { readonly text: string; readonly tries: number; readonly seats: number; readonly points: number | null }[];
  readonly connected: number;
  readonly tries: number;
  readonly words: readonly Hard[];
  readonly syllables: readonly Hard[];
  readonly sounds: readonly Hard[];
  readonly hints: readonly { readonly expected: string; readonly said: string; readonly contrast: string; readonly count: number }[];
}

/** What is gone, and how many files are left: 0 proves that all are. */
export interface Deleted {
  readonly results: number;
  readonly recordings: number;
  readonly files: number;
  readonly left: number;
}
