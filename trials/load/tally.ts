import type { Answer } from './client';

/** How a recording ended. */
export interface Outcome {
  readonly role: 'learner' | 'reference';
  /** How often Node-RED had no room for it. */
  readonly busy: number;
  /** From the first attempt to the last answer, ms. */
  readonly ms: number;
  /** Sent together with all others. */
  readonly atOnce: boolean;
  readonly result: 'right' | 'wrong reference' | 'busy to the end' | 'failed' | 'no answer';
  readonly answer: Answer;
}

export type Result = Outcome['result'];

/** Everything that happened, each recording once. */
export interface Tally {
  readonly add: (outcome: Outcome) => void;
  readonly outcomes: readonly Outcome[];
  /** Sent, and not answered yet. */
  started: number;
}

export function createTally(): Tally {
  const outcomes: Outcome[] = [];
  return { add: (outcome) => void outcomes.push(outcome), outcomes, started: 0 };
}
