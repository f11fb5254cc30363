import type { Interval } from './bootstrap';
import type { Evaluation, Figures } from './figures';

type Intervals = Readonly<Record<keyof Figures, Interval | null>>;

const LABELS: Readonly<Record<keyof Figures, string>> = {
  pearson: 'Pearson with the raters, all own-text pairs',
  pearsonScored: 'Pearson with the raters, scored pairs only',
  spearman: 'Spearman with the raters, all own-text pairs',
  aucGoodBad: 'AUC good against bad',
  aucSame: 'AUC same against another sentence',
  eerSame: 'Equal error rate of same against another',
  meanScore: 'Mean score of own-text pairs',
  pearsonWords: 'Pearson of the words with the raters',
  pearsonWordsWithin: 'The same within recordings',
  pearsonWordsBaseline: 'Pearson of words by length and duration alone',
};

/** The evaluation as a table for the terminal. @param intervals bounds of the 95 % intervals, if requested */
export function evaluationReport(evaluation: Evaluation, intervals: Intervals | undefined): string {
  const verdicts = Object.entries(evaluation.verdicts).map(([verdict, count]) => `${verdict} ${count}`);
  const lines: [string, string][] = [
    ['Pairs measured', String(evaluation.n)],
    ['Verdicts', verdicts.join(', ')],
  ];
  for (const key of Object.keys(LABELS) as (keyof Figures)[]) {
    const digits = key === 'meanScore' ? 1 : 3;
    const interval = intervals?.[key];
    const bounds = interval ? `  (95 %: ${interval.map((bound) => bound.toFixed(digits)).join(' to ')})` : '';
    lines.push([LABELS[key], rounded(evaluation[key], digits) + bounds]);
  }
  const { n, recordings, leftOut } = evaluation.words;
  if (n + leftOut > 0) lines.push(['Rated words', `${n} in ${recordings} recordings, ${leftOut} recordings left out`]);
  lines.push(['Comparison, median', milliseconds(evaluation.msMedian)]);
  lines.push(['Comparison, 95th percentile', milliseconds(evaluation.msP95)]);
  const width = Math.max(...lines.map(([label]) => label.length));
  return lines.map(([label, value]) => `${label.padEnd(width)}  ${value}\n`).join('');
}

function rounded(value: number | null, digits: number): string {
  return value === null ? '-' : value.toFixed(digits);
}

function milliseconds(value: number | null): string {
  return value === null ? '-' : `${value.toFixed(1)} ms`;
}
