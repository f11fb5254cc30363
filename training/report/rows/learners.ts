import { auc } from '../../../evaluation/metrics/auc';
import { pearson } from '../../../evaluation/metrics/pearson';
import type { Context } from '../context';
import { evaluateSet, type EvaluatedPair } from '../evaluation';
import { expertAgreement, readExperts, type ExpertFigures } from '../experts';
import { intervalsOf, mean, type Measured, type Row, type Target } from '../row';
import { sameOrOther } from '../same-or-other';

/** A pair with the ratings of each expert. */
interface RatedPair extends EvaluatedPair {
  readonly experts: ExpertFigures | undefined;
}

const ADULT = 18;
const GOOD = 8;
const BAD = 5;
/** Target for the agreement of words. It must also be above the baseline. */
const WORDS = 0.48;

/** The rated learners of English. All figures are over own-text pairs; a refused pair counts with the score of its distance. */
export function measureLearners(context: Context): Measured {
  const { json, pairs } = evaluateSet('report', context);
  const experts = readExperts(context.speech);
  const rated = pairs.map((pair): RatedPair => ({ ...pair, experts: experts.get(pair.learner) }));
  const figures = figuresOf(rated);
  const intervals = intervalsOf(rated, ({ speaker }) => speaker, figuresOf);
  const row = (title: string, key: keyof typeof figures, target: Target | null, digits = 3): Row => {
    return { title, target, measured: figures[key], interval: intervals[key], digits };
  };
  const beside = (title: string, key: keyof typeof figures, expert: keyof typeof figures): Row[] => [
    row(title, key, figures[expert] === null ? null : { atLeast: Number(figures[expert].toFixed(3)) }),
    row(`  one expert against the others`, expert, null),
  ];
  const words = json as { pearsonWords?: number | null; pearsonWordsBaseline?: number | null };
  const between = json['intervals'] as Readonly<Record<string, [number, number] | null | undefined>>;
  return {
    rows: [
      row('English learners: Pearson with total', 'pearson', { atLeast: 0.8 }),
      row('  one expert against the others', 'expertTotal', null),
      row('Pearson with accuracy', 'accuracy', { atLeast: 0.75 }),
      row('  one expert against the others', 'expertAccuracy', null),
      row('Pearson with fluency', 'fluency', { atLeast: 0.77 }),
      row('  one expert against the others', 'expertFluency', null),
      ...beside('Pearson with total, children', 'children', 'expertChildren'),
      ...beside('Pearson with total, adults', 'adults', 'expertAdults'),
      row('Mean squared error of score / 10 against total', 'mse', { atMost: 1.15 }),
      row('AUC, total of 8 and more against 5 and less', 'aucGoodBad', { atLeast: 0.96 }),
      row('AUC, same against another sentence', 'aucSame', { atLeast: 0.998 }, 4),
      row('Equal error rate, same against another', 'eerSame', { atMost: 0.02 }),
      {
        title: "Pearson of word scores with the words' total",
        target: { atLeast: Math.max(WORDS, words.pearsonWordsBaseline ?? WORDS) },
        measured: words.pearsonWords ?? null,
        interval: between['pearsonWords'] ?? null,
      },
      {
        title: '  baseline: word length and duration',
        target: null,
        measured: words.pearsonWordsBaseline ?? null,
        interval: between['pearsonWordsBaseline'] ?? null,
      },
      row('Own sentences refused, by any verdict', 'falseReject', null),
      row('Other sentences not refused', 'falseAccept', null),
    ],
    figures: { reportSet: { ...json, ...figures, intervals: { ...between, ...intervals } } },
  };
}

function figuresOf(pairs: readonly RatedPair[]) {
  const own = pairs.filter(({ same }) => same);
  const children = own.filter(({ age }) => age < ADULT);
  const adults = own.filter(({ age }) => age >= ADULT);
  return {
    pearson: agreement(own, 'total'),
    accuracy: agreement(own, 'accuracy'),
    fluency: agreement(own, 'fluency'),
    children: agreement(children, 'total'),
    adults: agreement(adults, 'total'),
    expertTotal: expertAgreement(own, 'total'),
    expertAccuracy: expertAgreement(own, 'accuracy'),
    expertFluency: expertAgreement(own, 'fluency'),
    expertChildren: expertAgreement(children, 'total'),
    expertAdults: expertAgreement(adults, 'total'),
    mse: mean(own.map(({ score, total }) => (score / 10 - total) ** 2)),
    aucGoodBad: auc(scores(own.filter(({ total }) => total >= GOOD)), scores(own.filter(({ total }) => total <= BAD))),
    ...sameOrOther(pairs),
  };
}

const scores = (pairs: readonly RatedPair[]): number[] => pairs.map(({ score }) => score);

function agreement(pairs: readonly RatedPair[], scale: 'total' | 'accuracy' | 'fluency'): number | null {
  return pearson(pairs.map((pair) => pair[scale]), scores(pairs));
}
