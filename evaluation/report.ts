import type { Interval, IntervalsOf } from './bootstrap';
import { KINDS } from './kinds';
import type { Evaluation, Figures, PlainFigures } from './figures';

const LABELS: Readonly<Record<keyof PlainFigures, string>> = {
  pearson: 'Pearson with the raters, all own-text pairs',
  pearsonScored: 'Pearson with the raters, scored pairs only',
  spearman: 'Spearman with the raters, all own-text pairs',
  aucGoodBad: 'AUC good against bad',
  aucSame: 'AUC same against another sentence',
  eerSame: 'Equal error rate of same against another',
  refusedSame: 'Own sentences refused as another or incomplete',
  refusedOther: 'Other sentences refused as another or incomplete',
  meanScore: 'Mean score of own-text pairs',
  pearsonWords: 'Pearson of the words with the raters',
  pearsonWordsWithin: 'The same within recordings',
  pearsonWordsBaseline: 'Pearson of words by length and duration alone',
  pearsonPhones: 'Pearson of the sounds with the raters',
};

/** The evaluation as a table for the terminal. @param intervals bounds of the 95 % intervals, if requested */
export function evaluationReport(evaluation: Evaluation, intervals: IntervalsOf<Figures> | undefined): string {
  const verdicts = Object.entries(evaluation.verdicts).map(([verdict, count]) => `${verdict} ${count}`);
  const lines: [string, string][] = [
    ['Pairs measured', String(evaluation.n)],
    ['Verdicts', verdicts.join(', ')],
  ];
  for (const key of Object.keys(LABELS) as (keyof PlainFigures)[]) {
    lines.push([LABELS[key], figure(evaluation[key], intervals?.[key], key === 'meanScore' ? 1 : 3)]);
  }
  if (evaluation.heard > 0) lines.push(...earLines(evaluation, intervals));
  const { n, recordings, leftOut } = evaluation.words;
  if (n + leftOut > 0) lines.push(['Rated words', `${n} in ${recordings} recordings, ${leftOut} recordings left out`]);
  lines.push(['Comparison, median', milliseconds(evaluation.msMedian)]);
  lines.push(['Comparison, 95th percentile', milliseconds(evaluation.msP95)]);
  const width = Math.max(...lines.map(([label]) => label.length));
  return lines.map(([label, value]) => `${label.padEnd(width)}  ${value}\n`).join('');
}

/** The two witnesses apart, over the pairs that the ear has listened to, and the kinds of rating that were rated. */
function earLines({ heard, n, witnesses, agreement }: Evaluation, intervals: IntervalsOf<Figures> | undefined): [string, string][] {
  const between = intervals?.witnesses;
  return [
    ['Pairs that the ear has listened to', `${heard} of ${n}`],
    ['Pearson there, Siamese network alone', figure(witnesses.siamese.pearson, between?.siamese.pearson, 3)],
    ['Pearson there, ear alone', figure(witnesses.ear.pearson, between?.ear.pearson, 3)],
    ...KINDS.flatMap((kind): [string, string][] => {
      return agreement[kind] === null ? [] : [[`Pearson with the raters' ${kind}`, figure(agreement[kind], intervals?.agreement[kind], 3)]];
    }),
  ];
}

/** A figure with its interval, if it has one. */
function figure(value: number | null, interval: Interval | null | undefined, digits: number): string {
  const bounds = interval ? `  (95 %: ${interval.map((bound) => bound.toFixed(digits)).join(' to ')})` : '';
  return (value === null ? '-' : value.toFixed(digits)) + bounds;
}

function milliseconds(value: number | null): string {
  return value === null ? '-' : `${value.toFixed(1)} ms`;
}
