import { bootstrapIntervals, type Interval } from '../bootstrap';
import { groupedBy } from '../grouped-by';
import { scaleFault, type RatingScale } from '../rating-scale';
import { compareGroups, LEAST_SPEAKERS, type Draws, type GroupComparison } from './comparison';
import { groupValue, inGroupOrder } from './group-columns';
import { groupFigures, type GroupFigures } from './group-figures';
import { countUnits, unitOf, type GroupedPair } from './grouped-pair';

type WithError = Pick<GroupFigures, 'pearson' | 'mse' | 'bias'>;

/** Figures with the bounds of their 95 % intervals, null where too few speakers stand behind one. */
export interface GroupRow extends GroupFigures {
  readonly speakers: number;
  readonly intervals: Readonly<Record<keyof WithError, Interval | null>>;
}

export interface GroupTable {
  /** One row for each value of the column; '' where the table does not say. */
  readonly rows: readonly (GroupRow & { readonly value: string })[];
  readonly comparisons: readonly GroupComparison[];
}

/** Key `groups` of the JSON of `evaluate`. */
export interface Groups {
  /** Whom the intervals draw: the values of a column, or single pairs. */
  readonly drawn: string;
  /** Why `mse` and `bias` are null, where the ratings do not fit the scale. */
  readonly fault: string | null;
  readonly all: GroupRow;
  readonly by: Readonly<Record<string, GroupTable>>;
}

export interface GroupOptions extends Draws {
  readonly columns: readonly string[];
  /** Whose values `group` of the pairs is; null where the table has no such column. */
  readonly unitColumn: string | null;
  readonly scale: RatingScale;
}

/** Own-text pairs (those not known to be another sentence) by group, and groups against each other. */
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
    // One speaker against another says nothing about speakers.
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
