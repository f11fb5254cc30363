import { parseTable } from '../../cli/table';

interface Judged {
  readonly score: number;
  readonly refused: boolean;
}

const mean = (values: readonly number[]): number =>
  Number((values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)).toFixed(4));

/**
 * What an evaluation's details tell of own and other texts: how many recordings score higher with their own, the mean
 * score of other texts, and the shares of own texts refused and of other texts not refused.
 */
export function ownAndOther(details: string): Record<string, string | number> {
  const own = new Map<string, Judged>();
  const other = new Map<string, Judged>();
  for (const { fields } of parseTable(details, 'the details').rows) {
    const judged = { score: Number(fields.score), refused: fields.verdict !== 'scored' };
    (fields.same === '1' ? own : other).set(fields.learner ?? '', judged);
  }
  const above = [...own].filter(([learner, { score }]) => score > (other.get(learner)?.score ?? Infinity));
  return {
    ownAboveOther: `${above.length} of ${own.size}`,
    meanScoreOther: mean([...other.values()].map(({ score }) => score)),
    falseReject: mean([...own.values()].map(({ refused }) => Number(refused))),
    falseAccept: mean([...other.values()].map(({ refused }) => Number(!refused))),
  };
}
