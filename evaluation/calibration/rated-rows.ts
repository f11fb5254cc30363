import { scaleFault, type RatingScale } from '../rating-scale';
import { readNumber } from '../table/number';
import { requireColumns, type Row, type Table } from '../../base/table/table';
import { UsageError } from '../../base/command-line/usage-error';

/** A map that is fitted to fewer ratings is not valid for other recordings. */
export const FEWEST_RATINGS = 20;

/** The rows of a table that a map can be fitted to, and counts of the other rows. */
export interface RatedRows {
  readonly rows: readonly Row[];
  /** The rating of each row. */
  readonly ratings: readonly number[];
  /** Number of pairs in which the learner says another sentence: their rating is not about this sentence. */
  readonly other: number;
  readonly unrated: number;
}

/**
 * Checks all ratings before the recordings are measured, because measuring takes long.
 * @throws UsageError that says what is wrong with them
 */
export function ratedRows(table: Table, path: string, scale: RatingScale): RatedRows {
  requireColumns(table, path, ['human']);
  const same = table.rows.filter(({ fields }) => fields['same'] !== '0');
  const rows = same.filter(({ fields }) => (fields['human'] ?? '').trim() !== '');
  const ratings = rows.map((row) => ratingOf(row, path));
  for (const [i, rating] of ratings.entries()) {
    const fault = scaleFault([rating], scale);
    if (fault !== null) throw new UsageError(`Line ${rows[i]?.line ?? 0} of ${path}: ${fault}`);
  }
  checkRatings(ratings);
  return { rows, ratings, other: table.rows.length - same.length, unrated: same.length - rows.length };
}

/** @throws UsageError if there are too few ratings, or all are the same */
export function checkRatings(ratings: readonly number[]): void {
  if (ratings.length < FEWEST_RATINGS) {
    const found = ratings.length === 1 ? '1 rated recording' : `${ratings.length} rated recordings`;
    throw new UsageError(`There are ${found} to use, and at least ${FEWEST_RATINGS} are needed; rate more.`);
  }
  const [first] = ratings;
  if (ratings.some((rating) => rating !== first)) return;
  throw new UsageError(`All ${ratings.length} ratings are ${first}; rate recordings that differ, good ones and bad ones.`);
}

/** The rating in the column `human`. */
export function ratingOf({ line, fields }: Row, path: string): number {
  const value = fields['human'] ?? '';
  const number = readNumber(value);
  if (number !== null) return number;
  throw new UsageError(`Line ${line} of ${path} has "${value}" for human; it must be a number or empty.`);
}
