import { groupedBy } from '../grouped-by';
import type { RatedWord } from './rated-words';

/** A word and its speaker. */
export type SpokenWord = RatedWord & { readonly group: string };

/** Shortest duration, because the duration of a skipped word is 0 and has no logarithm. */
const SHORTEST_MS = 20;

/**
 * Predicts ratings only from the length of a word and its duration: human = a + b * letters + c * ln(durationMs), by least
 * squares. Each group's words are predicted by a fit to all other groups, so that no speaker is predicted from their own ratings. A
 * single group is predicted by a fit to itself, which looks better than it is. Null if there are too few different words for a fit.
 */
export function baselineOf(words: readonly SpokenWord[]): readonly number[] | null {
  const all = sumsOf(words);
  const own = new Map([...groupedBy(words, ({ group }) => group)].map(([group, its]) => [group, sumsOf(its)]));
  const fits = new Map([...own].map(([group, sums]) => [group, fit(own.size > 1 ? minus(all, sums) : all)]));
  const predictions = words.flatMap((word) => {
    const found = fits.get(word.group);
    if (!found) return [];
    const [x1, x2] = predictorsOf(word);
    return [found.constant + found.first * x1 + found.second * x2];
  });
  return predictions.length === words.length && words.length > 0 ? predictions : null;
}

function predictorsOf({ letters, durationMs }: RatedWord): readonly [number, number] {
  return [letters, Math.log(Math.max(SHORTEST_MS, durationMs))];
}

/** n, sums of x1, x2, y, and of the products x1x1, x1x2, x2x2, x1y, x2y. */
type Sums = readonly [number, number, number, number, number, number, number, number, number];
const NOTHING: Sums = [0, 0, 0, 0, 0, 0, 0, 0, 0];

function sumsOf(words: readonly SpokenWord[]): Sums {
  return words.reduce<Sums>((sums, word) => {
    const [x1, x2] = predictorsOf(word);
    const y = word.human;
    return combined(sums, [1, x1, x2, y, x1 * x1, x1 * x2, x2 * x2, x1 * y, x2 * y], 1);
  }, NOTHING);
}

function minus(sums: Sums, others: Sums): Sums {
  return combined(sums, others, -1);
}

function combined(a: Sums, b: Sums, sign: 1 | -1): Sums {
  const at = (i: number): number => (a[i] ?? 0) + sign * (b[i] ?? 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8)];
}

/** Solves the normal equations of two predictors around their means; null if they do not determine the fit. */
function fit([n, x1, x2, y, x11, x12, x22, x1y, x2y]: Sums): { constant: number; first: number; second: number } | null {
  const [s11, s12, s22] = [x11 - (x1 * x1) / n, x12 - (x1 * x2) / n, x22 - (x2 * x2) / n];
  const [s1y, s2y] = [x1y - (x1 * y) / n, x2y - (x2 * y) / n];
  const determinant = s11 * s22 - s12 * s12;
  // Nearly 0, apart from rounding errors: one predictor does not vary, or is a multiple of the other.
  if (!(determinant > 1e-9 * Math.max(1, x11) * Math.max(1, x22))) return null;
  const first = (s1y * s22 - s2y * s12) / determinant;
  const second = (s2y * s11 - s1y * s12) / determinant;
  return { constant: (y - first * x1 - second * x2) / n, first, second };
}
