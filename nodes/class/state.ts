import type { ClassRecord, EndRecord, JoinRecord, LeaveRecord, ResultRecord, StartRecord } from './records';
import { createSeating, type Seating, type SeatingOptions } from './seating';
import { createSums, type Sums } from './sums';

/** An exercise that was started; `endedAt` where it has ended. Times in ms since 1970. */
export interface Exercise {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly startedAt: number;
  readonly endedAt?: number;
}

export interface KeptRecording {
  readonly file: string;
  readonly session: string;
}

/** What a class is, in memory: all of it follows from the records of its file. */
export interface ClassState {
  readonly seating: Seating;
  /** Of all results. */
  readonly total: Sums;
  /** Of the newest exercise. */
  readonly exerciseSums: () => Sums;
  /** The newest exercise; null before the first. */
  readonly exercise: () => Exercise | null;
  /** By the number of their results. */
  readonly recordings: ReadonlyMap<number, KeptRecording>;
  readonly apply: (record: ClassRecord) => void;
  /** The number of the result of a try; undefined where it has not come yet. */
  readonly resultOf: (session: string, attempt: string) => number | undefined;
  /** Number of the newest result; 0 without one. */
  readonly lastId: () => number;
  /** How many records of the file no longer matter. */
  readonly superseded: () => number;
  /** The file was written anew with the snapshot. */
  readonly compacted: () => void;
  /** The records that make the same state, if the results come behind them. */
  readonly snapshot: () => readonly ClassRecord[];
}

/** Tries that are remembered, so that one that is sent again is not counted twice. */
const MAX_ATTEMPTS = 20_000;

export function createClassState(options: SeatingOptions): ClassState {
  const seating = createSeating(options);
  const total = createSums();
  let sums = createSums();
  let exercise: Exercise | null = null;
  let id = 0;
  let others = 0;
  const attempts = new Map<string, number>();
  const recordings = new Map<number, KeptRecording>();

  function addResult(result: ResultRecord): void {
    id = Math.max(id, result.id);
    total.add(result);
    if (exercise !== null && result.exercise?.at === exercise.startedAt) sums.add(result);
    if (result.recording !== undefined) recordings.set(result.id, { file: result.recording, session: result.session });
    if (result.attempt === undefined) return;
    attempts.set(attemptKey(result.session, result.attempt), result.id);
    const [oldest] = attempts.keys();
    if (attempts.size > MAX_ATTEMPTS && oldest !== undefined) attempts.delete(oldest);
  }

  /** A learner who takes the consent back: the earlier recordings are forgotten too. */
  function forgetRecordingsOf(session: string): void {
    const ids = new Set([...recordings].filter(([, recording]) => recording.session === session).map(([number]) => number));
    ids.forEach((number) => recordings.delete(number));
    total.forgetRecordings(ids);
    sums.forgetRecordings(ids);
  }

  const apply = {
    join: (record: JoinRecord) => {
      seating.join(record);
      if (!record.consent) forgetRecordingsOf(record.session);
    },
    leave: (record: LeaveRecord) => seating.leave(record),
    start: ({ title, sentences, at }: StartRecord) => {
      exercise = { title, sentences, startedAt: at };
      sums = createSums();
    },
    end: ({ at }: EndRecord) => {
      if (exercise !== null) exercise = { ...exercise, endedAt: at };
    },
  };

  function snapshot(): ClassRecord[] {
    if (exercise === null) return [...seating.records()];
    const { title, sentences, startedAt, endedAt } = exercise;
    return [
      { kind: 'start', at: startedAt, title, sentences },
      ...(endedAt === undefined ? [] : [{ kind: 'end', at: endedAt } satisfies EndRecord]),
      ...seating.records(),
    ];
  }

  return {
    seating,
    total,
    exerciseSums: () => sums,
    exercise: () => exercise,
    recordings,
    apply: (record) => {
      if (record.kind === 'result') {
        addResult(record);
        return;
      }
      others++;
      apply[record.kind](record as never); // the table has the same keys as the kinds
    },
    resultOf: (session, attempt) => attempts.get(attemptKey(session, attempt)),
    lastId: () => id,
    superseded: () => others - snapshot().length,
    compacted: () => void (others = snapshot().length),
    snapshot,
  };
}

const attemptKey = (session: string, attempt: string): string => `${session}\n${attempt}`;
