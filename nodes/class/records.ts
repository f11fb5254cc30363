/** A seat as learners and teachers see it: its number, or the learner's name. */
export type Seat = string;

/** A text with points, 0 to 100. */
export type Scored = readonly [text: string, points: number];

/** A sound of a result: how often it is in the sentence, and its mean goodness, 0 to 100. */
export type Sound = readonly [symbol: string, goodness: number, count: number];

/** A sound that was said as another one. */
export type Hint = readonly [expected: string, said: string, contrast: string];

/** `at` is the time, ms since 1970. */
export interface JoinRecord {
  readonly kind: 'join';
  readonly at: number;
  readonly session: string;
  readonly seat: Seat;
  /** The learner agreed that the teacher may listen. */
  readonly consent: boolean;
}

export interface LeaveRecord {
  readonly kind: 'leave';
  readonly at: number;
  readonly session: string;
}

export interface StartRecord {
  readonly kind: 'start';
  readonly at: number;
  readonly title: string;
  readonly sentences: readonly string[];
}

export interface EndRecord {
  readonly kind: 'end';
  readonly at: number;
}

export interface ResultRecord {
  readonly kind: 'result';
  readonly at: number;
  /** Counts from 1 within the class. */
  readonly id: number;
  readonly session: string;
  /** Null where the session had no seat. */
  readonly seat: Seat | null;
  /** The try's name that the learner's page gave it. */
  readonly attempt?: string;
  /** Title and start of the exercise that ran. */
  readonly exercise?: { readonly title: string; readonly at: number };
  readonly text: string;
  readonly verdict: string;
  /** 0 to 100; null where the recording was refused. */
  readonly points: number | null;
  /** Of the score node's tier. */
  readonly colour?: string;
  readonly words: readonly Scored[];
  readonly syllables: readonly Scored[];
  readonly sounds: readonly Sound[];
  readonly hints: readonly Hint[];
  /** Its file's name in the folder of recordings. */
  readonly recording?: string;
}

/** A line of a class's file. */
export type ClassRecord = JoinRecord | LeaveRecord | StartRecord | EndRecord | ResultRecord;

/** Tells the parts of the class's file that a newer version may have written from those that this one knows. */
export function isClassRecord(record: unknown): record is ClassRecord {
  // The checksum shows that this package has written the record, so its kind tells its form.
  const kind = typeof record === 'object' && record !== null && 'kind' in record ? record.kind : undefined;
  return ['join', 'leave', 'start', 'end', 'result'].includes(String(kind));
}
