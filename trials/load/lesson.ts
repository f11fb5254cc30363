import { setTimeout as pause } from 'node:timers/promises';
import { attempt } from './attempt';
import type { Session } from './classroom';
import type { Answer, Request } from './client';
import type { Expected } from './expected';
import { LOAD_PATH } from './flow';
import type { Tally } from './tally';

export interface Lesson {
  readonly sessions: readonly Session[];
  readonly expected: Expected;
  readonly send: (request: Request) => Promise<Answer>;
  readonly tally: Tally;
  readonly ms: number;
}

/** Time from one answer to the next recording: to hear the voice and to say the sentence takes seconds. */
const LEAST_PAUSE_MS = 2000;
const MOST_PAUSE_MS = 6000;
/** How often all learners speak at once. The first time is soon after the beginning. */
const ALL_AT_ONCE_MS = 15_000;
const FIRST_ALL_AT_ONCE_MS = 7000;
/** The button bounces, so that more recordings come than the queue holds. */
const PRESSES = 2;
/** Attempts for each sentence. */
const ATTEMPTS = 4;

/** All sessions practise side by side for a while. Resolves when the last recording has its answer. */
export async function runLesson(lesson: Lesson): Promise<void> {
  const start = Date.now();
  await Promise.all(lesson.sessions.map((session) => practise(session, start, lesson)));
}

async function practise({ name, exercises }: Session, start: number, { expected, send, tally, ms }: Lesson): Promise<void> {
  const isOver = (): boolean => Date.now() - start >= ms;
  const untilAllSpeak = (): number => ALL_AT_ONCE_MS - ((Date.now() - start + ALL_AT_ONCE_MS - FIRST_ALL_AT_ONCE_MS) % ALL_AT_ONCE_MS);
  // The sessions do not start at the same moment.
  await pause(Math.random() * MOST_PAUSE_MS);
  for (let round = 0; !isOver(); round++) {
    const exercise = exercises[round % 2] ?? exercises[0];
    await attempt({ request: { session: name, role: 'reference', body: exercise.reference, path: LOAD_PATH }, atOnce: false }, send, tally);
    const learner = { request: { session: name, role: 'learner', body: exercise.learner, path: LOAD_PATH }, expected: expected.get(exercise) } as const;
    for (let i = 0; i < ATTEMPTS && !isOver(); i++) {
      const rest = LEAST_PAUSE_MS + Math.random() * (MOST_PAUSE_MS - LEAST_PAUSE_MS);
      const atOnce = untilAllSpeak() <= rest;
      await pause(Math.min(rest, untilAllSpeak()));
      await Promise.all(Array.from({ length: atOnce ? PRESSES : 1 }, () => attempt({ ...learner, atOnce }, send, tally)));
    }
  }
}
