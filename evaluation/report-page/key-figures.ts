import { comparisonTitle, comparisonWords } from './group-words';
import { html, NOTHING, type Html } from './html';
import { count, fixed, range, signed } from './numbers';
import type { ReportData } from './report-data';

/** A figure with its meaning in plain words. */
interface KeyFigure {
  readonly title: string;
  readonly value: string;
  /** Bounds of the 95 % interval. */
  readonly bounds: string | null;
  readonly words: string;
}

/** The main figures. If one can't be computed, the page says why. */
export function keyFigures(data: ReportData): Html {
  const figures = [...agreement(data), ...witnesses(data), ...sameSentence(data), ...fairness(data), ...wordAgreement(data)];
  return html`<ul class="figures">${figures.map(card)}</ul>`;
}

function card({ title, value, bounds, words }: KeyFigure): Html {
  const interval = bounds === null ? NOTHING : html`<p class="bounds">95 %: ${bounds}</p>`;
  return html`<li><h3>${title}</h3><p class="value">${value}</p>${interval}<p>${words}</p></li>`;
}

function agreement({ evaluation, intervals, groups: { all, fault }, limits }: ReportData): KeyFigure[] {
  const { pearson, aucGoodBad } = evaluation;
  const noError = fault ?? 'No recording has a rating.';
  const error = all.mse === null ? null : 10 * Math.sqrt(all.mse);
  return [
    {
      title: 'Agreement with raters',
      value: fixed(pearson, 2),
      bounds: range(intervals.pearson, (bound) => fixed(bound, 2)),
      words:
        pearson === null
          ? 'It needs recordings with different ratings.'
          : `Pearson correlation: 1 if scores and ratings always rise together, 0 if they are not related. Here the agreement is ${strength(pearson)}.`,
    },
    {
      title: 'Typical error',
      value: error === null ? fixed(null, 0) : `${fixed(error, 0)} points`,
      bounds: range(all.intervals.mse, (bound) => fixed(10 * Math.sqrt(bound), 0)),
      words:
        all.mse === null
          ? noError
          : `How far a score is from the rating, in points: the root of the mean squared error, which is ${fixed(all.mse, 2)} on a scale from 0 to 10.`,
    },
    {
      title: 'Too mild or too strict',
      value: all.bias === null ? fixed(null, 0) : `${signed(all.bias)} points`,
      bounds: range(all.intervals.bias, signed),
      words: all.bias === null ? noError : kindness(all.bias),
    },
    {
      title: 'Good told from bad',
      value: fixed(aucGoodBad, 3),
      bounds: range(intervals.aucGoodBad, (bound) => fixed(bound, 3)),
      words:
        aucGoodBad === null
          ? `It needs recordings rated ${limits.good} and more, and others rated ${limits.bad} and less.`
          : `If a good recording (rated ${limits.good} and more) is compared with a bad one (${limits.bad} and less), the good one gets more points in ${hundred(aucGoodBad)} of 100 cases.`,
    },
  ];
}

/** The ear and the Siamese network apart; empty if the ear has rated nothing. */
function witnesses({ evaluation, intervals }: ReportData): KeyFigure[] {
  const { siamese, ear, both } = evaluation.witnesses;
  if (ear.pearson === null) return [];
  return [
    {
      title: 'The ear alone',
      value: fixed(ear.pearson, 2),
      bounds: range(intervals.witnesses.ear.pearson, (bound) => fixed(bound, 2)),
      words: `Agreement of the ear's own rating with the raters, over ${count(evaluation.heard, 'pair')}. On the same pairs the comparison of the sounds alone reaches ${fixed(siamese.pearson, 2)}, and the score, which takes in both, ${fixed(both.pearson, 2)}.`,
    },
  ];
}

function sameSentence({ evaluation, intervals }: ReportData): KeyFigure[] {
  const { aucSame, eerSame } = evaluation;
  const missing = 'It needs pairs with another sentence (column same with 0 and 1).';
  return [
    {
      title: 'Right sentence told from another',
      value: fixed(aucSame, 3),
      bounds: range(intervals.aucSame, (bound) => fixed(bound, 3)),
      words:
        aucSame === null
          ? missing
          : `If a recording of the right sentence is compared with one of another sentence, the right one is judged more likely to be it in ${hundred(aucSame)} of 100 cases.`,
    },
    {
      title: 'Sentences confused (equal error rate)',
      value: eerSame === null ? fixed(null, 0) : `${fixed(100 * eerSame, 1)} %`,
      bounds: range(intervals.eerSame, (bound) => fixed(100 * bound, 1)),
      words:
        eerSame === null
          ? missing
          : 'At the limit where both errors are equal, this share of right sentences is refused and the same share of other sentences is accepted.',
    },
  ];
}

/** Children against adults, and women against men. Other comparisons are shown above their own table. */
function fairness({ groups }: ReportData): KeyFigure[] {
  return ['age_group', 'gender', 'sex'].flatMap((column) => {
    const [comparison, ...more] = groups.by[column]?.comparisons ?? [];
    if (comparison === undefined || more.length > 0) return [];
    return [
      {
        title: comparisonTitle(column, comparison),
        value: `${signed(comparison.difference)} points`,
        bounds: range(comparison.intervals.difference, signed),
        words: `Difference of the score at equal rating. ${comparisonWords(comparison)}`,
      },
    ];
  });
}

/** Empty if nobody rated words. */
function wordAgreement({ evaluation, intervals }: ReportData): KeyFigure[] {
  const { pearsonWords, pearsonWordsBaseline, words } = evaluation;
  if (pearsonWords === null) return [];
  const alone = pearsonWordsBaseline === null ? '' : ` A word's length and duration alone would reach ${fixed(pearsonWordsBaseline, 2)}.`;
  return [
    {
      title: 'Agreement of words',
      value: fixed(pearsonWords, 2),
      bounds: range(intervals.pearsonWords, (bound) => fixed(bound, 2)),
      words: `Pearson correlation of the words' scores with their ratings, over ${count(words.n, 'word')}.${alone}`,
    },
  ];
}

/** A word for a correlation. It is rounded first, so that the word fits the figure that is shown. */
function strength(exact: number): string {
  const pearson = Number(exact.toFixed(2));
  if (pearson >= 0.8) return 'strong';
  if (pearson >= 0.6) return 'clear';
  if (pearson >= 0.4) return 'moderate';
  return pearson >= 0.2 ? 'weak' : 'too weak to rely on';
}

function kindness(bias: number): string {
  if (Math.abs(bias) < 0.05) return 'On average the score is as high as the rating.';
  return `On average the score is ${fixed(Math.abs(bias), 1)} points ${bias < 0 ? 'lower' : 'higher'} than the rating.`;
}

/** A share as cases out of 100. Only a share of 1 is shown as 100. */
function hundred(share: number): string {
  return fixed(100 * share, share < 1 && share > 0.99 ? 1 : 0);
}
