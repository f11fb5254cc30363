import { bootstrapIntervals, type Interval } from '../bootstrap';
import { groupedBy } from '../grouped-by';
import { scaleFault, type RatingScale } from '../rating-scale';
import { compareGroups, LEAST_SPEAKERS, type Draws, type GroupComparison } from './comparison';
import { groupValue, inGroupOrder } from './group-columns';
import { groupFigures, type GroupFigures } from './group-figures';
import { countUnits, unitOf, type GroupedPair } from './grouped-pair';

type WithError = Pick<GroupFigures, 'pearson' | 'mse' | 'bias'>;

/** Figures with the bounds of their 95 % intervals. An interval is null if there are too few speakers. */
export interface GroupRow extends GroupFigures {
  readonly speakers: number;
  readonly intervals: Readonly<Record<keyof WithError, Interval | null>>;
}

export interface GroupTable {
  /** One row for each value of the column. The value is '' if the table does not say. */
  readonly rows: readonly (GroupRow & { readonly value: string })[];
  readonly comparisons: readonly GroupComparison[];
}

/** Key `groups` of the JSON of `evaluate`. */
export interface Groups {
  /** The units that the intervals draw: the name of a column, or `pair` for single pairs. */
  readonly drawn: string;
  /** If the ratings do not fit the scale: why `mse` and `bias` are null. */
  readonly fault: string | null;
  readonly all: GroupRow;
  readonly by: Readonly<Record<string, GroupTable>>;
}

export interface GroupOptions extends Draws {
  readonly columns: readonly string[];
  /** The column that `group` of the pairs comes from; null if the table has no such column. */
  readonly unitColumn: string | null;
  readonly scale: RatingScale;
}

/** Figures of the own-text pairs (those not known to be another sentence) by group, and comparisons of the groups. */
export function groupsOf(pairs: readonly GroupedPair[], options: GroupOptions): Groups {
  const own = pairs.filter(({ same }) => same !== false);
  const fault = scaleFault(own.flatMap(({ human }) => human ?? []), options.scale);
  const scale = fault === null ? options.scale : null;
  const tableOf = (column: string): GroupTable => {
    const byValue = groupedBy(own, ({ fields }) => groupValue(fields, column));
    const rows = inGroupOrder(byValue.keys()).map((value) => ({
      value,
      ...groupRow(byValue.get(value) ?? [], scale, options),
    }));
    // A comparison of single speakers says nothing about groups.
    const comparisons = column === options.unitColumn ? [] : compareGroups(byValue, scale, options);
    return { rows, comparisons };
  };
  return {
    drawn: options.unitColumn ?? 'pair',
    fault,
    all: groupRow(own, scale, options),
    by: Object.fromEntries(options.columns.map((column) => [column, tableOf(column)])),
  };
}

function groupRow(
  pairs: readonly GroupedPair[],
  scale: RatingScale | null,
  { resamples, seed }: Draws,
): GroupRow {
  const errorFigures = (sample: readonly GroupedPair[]): WithError => {
    const { pearson, mse, bias } = groupFigures(sample, scale);
    return { pearson, mse, bias };
  };
  const speakers = countUnits(pairs);
  const intervals =
    speakers < LEAST_SPEAKERS
      ? { pearson: null, mse: null, bias: null }
      : bootstrapIntervals(pairs, unitOf, errorFigures, { resamples, seed });
  return { ...groupFigures(pairs, scale), speakers, intervals };
}
