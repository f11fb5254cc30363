import { auc } from '../../evaluation/metrics/auc';
import { equalErrorRate } from '../../evaluation/metrics/eer';
import { mean } from './row';

/** A comparison with the right text or with another one. */
export interface SameOrOther {
  readonly same: boolean;
  /** Higher is more like the reference. */
  readonly likeness: number;
  readonly score: number;
  readonly verdict: string;
}

/** How well the right text is told from another one: by the measure that decides `wrong-sentence`, and by the points. */
export function sameOrOther(pairs: readonly SameOrOther[]) {
  const own = pairs.filter(({ same }) => same);
  const other = pairs.filter(({ same }) => !same);
  const likeness = (pair: SameOrOther): number => pair.likeness;
  return {
    aucSame: auc(own.map(likeness), other.map(likeness)),
    eerSame: equalErrorRate(own.map(likeness), other.map(likeness)),
    meanScore: mean(own.map(({ score }) => score)),
    meanScoreOther: mean(other.map(({ score }) => score)),
    /** Share of right texts that are refused, for any reason. */
    falseReject: mean(own.map(({ verdict }) => Number(verdict !== 'scored'))),
    /** Share of other texts that are not refused. */
    falseAccept: mean(other.map(({ verdict }) => Number(verdict === 'scored'))),
  };
}
