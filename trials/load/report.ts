import { cpus } from 'node:os';
import type { RecordedFigure } from '../../tools/lib/record.mjs' with { 'resolution-mode': 'import' };
import { quantile } from '../../evaluation/metrics/quantile';
import { growthLines, growthOf } from '../lib/memory-growth';
import type { Sample } from '../lib/memory-watch';
import { growthFigures } from '../lib/record';
import type { Outcome, Result, Tally } from './tally';

/** The counts of the whole run. */
export interface LoadFigures {
  readonly tally: Tally;
  readonly sessions: number;
  readonly minutes: number;
  readonly wrongReference: readonly number[];
  /** After the warm-up, and then in even steps to the end; two at least. */
  readonly samples: readonly Sample[];
}

export interface LoadReport {
  readonly text: string;
  /** Every target is reached. */
  readonly isGood: boolean;
  readonly figures: readonly RecordedFigure[];
}

/** The figures as text and as data, and whether every target is reached. */
export function loadReport({ tally, sessions, minutes, wrongReference, samples }: LoadFigures): LoadReport {
  const { outcomes, started } = tally;
  const ended = (result: Result): number => outcomes.filter((outcome) => outcome.result === result).length;
  const learners = outcomes.filter(({ role }) => role === 'learner');
  const busy = outcomes.reduce((sum, outcome) => sum + outcome.busy, 0);
  const failures = [...new Set(outcomes.flatMap(({ result, answer }) => (result === 'failed' ? [`  ${JSON.stringify(answer).slice(0, 300)}`] : [])))];
  const noticed = wrongReference.filter((difference) => difference > 0).length;
  const growths = growthOf(samples);
  const zero: [string, number][] = [
    ['scored against a reference of another session', ended('wrong reference')],
    ['refused as busy to the end', ended('busy to the end')],
    ['failed in another way', ended('failed')],
    ['without an answer', ended('no answer') + started - outcomes.length],
  ];
  const text = [
    `${sessions} sessions at once for ${minutes} min on ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}.`,
    `A reference of another session moves the distance: noticed for ${noticed} of ${wrongReference.length} recordings, by ${Math.min(...wrongReference).toFixed(6)} at least.`,
    `Recordings: ${learners.length} learners, ${outcomes.length - learners.length} references, ${(outcomes.length / 60 / minutes).toFixed(1)} a second.`,
    ...zero.map(([name, count]) => `  ${name}: ${count}${count === 0 ? '' : ': MISSED'}`),
    ...failures.slice(0, 5),
    `  refused as busy, and sent again: ${busy} times, for ${outcomes.filter((outcome) => outcome.busy > 0).length} recordings`,
    'From the first attempt to the score, ms, of learners:',
    latencyLine('spread over time', learners.filter(({ atOnce }) => !atOnce)),
    latencyLine('all at once, twice each', learners.filter(({ atOnce }) => atOnce)),
    `Median of ${samples.length} samples after the warm-up, each after a forced collection, first half and second half:`,
    growthLines(growths),
  ].join('\n');
  const isGood = zero.every(([, count]) => count === 0) && noticed === wrongReference.length && growths.every(({ isMissed }) => !isMissed);
  const figures = [
    { name: 'learners at once', value: sessions },
    { name: 'recordings', value: outcomes.length },
    ...zero.map(([name, value]) => ({ name, value, target: '0' })),
    { name: 'from the first attempt to the score, median', value: quantile(learners.map(({ ms }) => ms), 0.5), unit: 'ms' },
    { name: 'from the first attempt to the score, 95 %', value: quantile(learners.map(({ ms }) => ms), 0.95), unit: 'ms' },
    ...growthFigures(growths),
  ];
  return { text, isGood: isGood && learners.length > 0, figures };
}

function latencyLine(name: string, outcomes: readonly Outcome[]): string {
  const at = (q: number): string => (quantile(outcomes.map(({ ms }) => ms), q) ?? Number.NaN).toFixed(0);
  return `  ${name} (${outcomes.length}): 50 % ${at(0.5)}, 95 % ${at(0.95)}, 99 % ${at(0.99)}, longest ${at(1)}`;
}
