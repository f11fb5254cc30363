import { groupedBy } from '../grouped-by';
import { seededRandom, shuffled } from '../../base/random';
import type { Rating } from './curve';

const LEAVE_ONE_OUT_UP_TO = 40;
const FOLDS = 10;

/**
 * Folds for cross-validation: the ratings that are left out together. A unit is in one fold only, because its recordings depend
 * on each other. Up to 40 units, each is its own fold; more units are drawn into ten folds.
 */
export function foldsOf(ratings: readonly Rating[], seed: number): Rating[][] {
  const units = [...groupedBy(ratings, ({ unit }) => unit).values()];
  if (units.length <= LEAVE_ONE_OUT_UP_TO) return units;
  const folds = Array.from({ length: FOLDS }, (): Rating[] => []);
  for (const [i, unit] of shuffled(units, seededRandom(seed)).entries()) folds[i % FOLDS]?.push(...unit);
  return folds;
}
