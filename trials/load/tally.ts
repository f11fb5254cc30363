import type { Answer } from './client';

/** How a recording ended. */
export interface Outcome {
  readonly role: 'learner' | 'reference';
  /** How often it was refused as busy. */
  readonly busy: number;
  /** From the first attempt to the last answer, ms. */
  readonly ms: number;
  /** Sent together with all others. */
  readonly atOnce: boolean;
  readonly result: 'right' | 'wrong reference' | 'busy to the end' | 'failed' | 'no answer';
  readonly answer: Answer;
}

export type Result = Outcome['result'];

/** The outcome of every recording. */
export interface Tally {
  readonly add: (outcome: Outcome) => void;
  readonly outcomes: readonly Outcome[];
  /** How many were sent. */
  started: number;
}

export function createTally(): Tally {
  const outcomes: Outcome[] = [];
  return { add: (outcome) => void outcomes.push(outcome), outcomes, started: 0 };
}
