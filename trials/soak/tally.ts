import type { Answer } from '../load/client';
import { faultOf, type Step } from './schedule';

/** Counts the answers, and keeps what was wrong with some of them. */
export interface Tally {
  readonly count: (answer: Answer, step: Step) => void;
  readonly faults: () => number;
  /** `scored 812, kept 100, PRON_BAD_WAV 12, ...` and the first faults. */
  readonly lines: () => string;
}

const SHOWN_FAULTS = 10;

export function createTally(): Tally {
  const counts = new Map<string, number>();
  const shown: string[] = [];
  let faults = 0;
  return {
    count: (answer, step) => {
      const name = nameOf(answer);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      const fault = faultOf(answer, step);
      if (fault === undefined) return;
      faults++;
      if (shown.length < SHOWN_FAULTS) shown.push(`  ${step.path}, ${step.session}, expected ${step.expected}: ${fault}\n`);
    },
    faults: () => faults,
    lines: () => `Answers: ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}; not as expected: ${faults}.\n${shown.join('')}`,
  };
}

function nameOf(answer: Answer): string {
  if (answer.kind === 'score') return answer.score.verdict;
  if (answer.kind === 'error') return answer.code;
  return answer.kind;
}
