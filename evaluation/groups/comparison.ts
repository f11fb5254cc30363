import { bootstrapIntervals, type Interval } from '../bootstrap';
import type { RatingScale } from '../rating-scale';
import { inGroupOrder } from './group-columns';
import { differenceAtEqualRating } from './group-difference';
import { groupFigures } from './group-figures';
import { countUnits, unitOf, type GroupedPair } from './grouped-pair';

/** By how many points one group's scores are above another's. Below 0, the first group gets fewer points. */
export interface GroupComparison {
  readonly group: string;
  /** The other group; null for all others together. */
  readonly against: string | null;
  /** At equal rating: see `differenceAtEqualRating`. */
  readonly difference: number | null;
  /** The first group's bias minus the other's. */
  readonly biasDifference: number | null;
  readonly intervals: Readonly<Record<'difference' | 'biasDifference', Interval | null>>;
}

export interface Draws {
  readonly resamples: number;
  readonly seed: number;
}

/** With fewer speakers there is no interval: it would be valid only for these speakers. */
export const LEAST_SPEAKERS = 3;
/** More groups are not compared: among so many comparisons, some differ by chance. */
const MOST_GROUPS = 8;

/** Compares two groups with each other, children first. Of more than two groups, compares each with all others. */
export function compareGroups(
  byValue: ReadonlyMap<string, readonly GroupedPair[]>,
  scale: RatingScale | null,
  draws: Draws,
): GroupComparison[] {
  const rated = (value: string): readonly GroupedPair[] =>
    (byValue.get(value) ?? []).filter(({ human }) => human !== null);
  const values = inGroupOrder(byValue.keys()).filter((value) => value !== '' && rated(value).length > 0);
  const [one, two] = values;
  if (one === undefined || two === undefined || values.length > MOST_GROUPS) return [];
  if (values.length === 2) return [{ group: one, against: two, ...compare(rated(one), rated(two), scale, draws) }];
  return values.map((value) => {
    const others = values.filter((other) => other !== value).flatMap(rated);
    return { group: value, against: null, ...compare(rated(value), others, scale, draws) };
  });
}

type Differences = Pick<GroupComparison, 'difference' | 'biasDifference'>;

function compare(
  group: readonly GroupedPair[],
  others: readonly GroupedPair[],
  scale: RatingScale | null,
  { resamples, seed }: Draws,
): Omit<GroupComparison, 'group' | 'against'> {
  const members = new Set(group);
  const differences = (sample: readonly GroupedPair[]): Differences => {
    const bias = groupFigures(sample.filter((pair) => members.has(pair)), scale).bias;
    const biasOthers = groupFigures(sample.filter((pair) => !members.has(pair)), scale).bias;
    return {
      difference: differenceAtEqualRating(
        sample.flatMap((pair) => {
          const { human, score } = pair;
          return human === null ? [] : [{ human, score, first: members.has(pair) }];
        }),
      ),
      biasDifference: bias === null || biasOthers === null ? null : bias - biasOthers,
    };
  };
  const all = [...group, ...others];
  const enough = Math.min(countUnits(group), countUnits(others)) >= LEAST_SPEAKERS;
  const intervals = enough
    ? bootstrapIntervals(all, unitOf, differences, { resamples, seed })
    : { difference: null, biasDifference: null };
  return { ...differences(all), intervals };
}
