import { parseTable } from '../../cli/table';

/** Of how many recordings the own text scores above the other one, and the mean score of other texts. */
export function ownAboveOther(details: string): { ownAboveOther: string; meanScoreOther: number } {
  const byLearner = new Map<string, { own?: number; other?: number }>();
  for (const { fields } of parseTable(details, 'the details').rows) {
    const pair = byLearner.get(fields.learner ?? '') ?? {};
    pair[fields.same === '1' ? 'own' : 'other'] = Number(fields.score);
    byLearner.set(fields.learner ?? '', pair);
  }
  const pairs = [...byLearner.values()];
  const above = pairs.filter(({ own, other }) => own !== undefined && other !== undefined && own > other).length;
  const others = pairs.map(({ other }) => other ?? 0);
  return {
    ownAboveOther: `${above} of ${pairs.length}`,
    meanScoreOther: Number((others.reduce((sum, score) => sum + score, 0) / Math.max(1, others.length)).toFixed(4)),
  };
}
