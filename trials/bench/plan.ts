import type { Repeats } from './measure';
import type { EarRepeats } from './ear';
import type { FlowRepeats } from './flow/figures';

/** Lengths of the utterances, and how often each is measured. */
export interface Plan {
  /** Lengths of the utterances, s; the first is the shortest. */
  readonly lengths: readonly number[];
  /** Repeats for jobs in this process. */
  readonly stages: (seconds: number) => Repeats;
  /** Repeats for utterances through engines. */
  readonly engines: (seconds: number) => Repeats;
  readonly ear: EarRepeats;
  readonly flow: FlowRepeats;
}

/** The length that most targets are for, s. */
export const USUAL_SECONDS = 3;

const between = (low: number, value: number, high: number): number => Math.round(Math.min(high, Math.max(low, value)));

export const LONG: Plan = {
  lengths: [1, USUAL_SECONDS, 10, 30],
  stages: (seconds) => ({ repeats: between(10, 120 / seconds, 40), warmUp: between(2, 30 / seconds, 15) }),
  engines: (seconds) => ({ repeats: between(5, 90 / seconds, 30), warmUp: between(1, 30 / seconds, 10) }),
  ear: { starts: 3, jobs: { repeats: 15, warmUp: 5 } },
  flow: { starts: 3, recordings: 12, utterances: 40, idleMs: 3000 },
};

export const SHORT: Plan = {
  lengths: [1, USUAL_SECONDS],
  stages: () => ({ repeats: 10, warmUp: 10 }),
  engines: () => ({ repeats: 5, warmUp: 5 }),
  ear: { starts: 1, jobs: { repeats: 6, warmUp: 3 } },
  flow: { starts: 1, recordings: 3, utterances: 10, idleMs: 1000 },
};
