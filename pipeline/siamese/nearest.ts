import type { Comparison } from './compare';
import type { WordScore } from './words';

/** A comparison of the learner with one of several references. */
export interface Compared {
  readonly comparison: Comparison;
  /** Empty where nobody knows where the reference's words are. */
  readonly words: readonly WordScore[];
}

/** The place of the reference with the least distance; the first of equal ones. */
export function nearestPlace(all: readonly Pick<Compared, 'comparison'>[]): number {
  const distances = all.map(({ comparison }) => comparison.distance);
  return distances.indexOf(Math.min(...distances));
}

/** What decides `wrong-sentence`: the most that any reference finds. A learner of another sentence gains nothing by more references. */
export function greatestMismatch(all: readonly Pick<Compared, 'comparison'>[]): number | undefined {
  return all.length === 0 ? undefined : Math.max(...all.map(({ comparison }) => comparison.mismatch));
}

/**
 * The words, each with the score of the reference that it is nearest to. Their times are those by the nearest reference that has words.
 * A reference whose words are not the same is left out.
 * @param nearest its place
 */
export function nearestWords(all: readonly Pick<Compared, 'words'>[], nearest: number): readonly WordScore[] {
  const lists = [all[nearest]?.words ?? [], ...all.map(({ words }) => words)].filter((words) => words.length > 0);
  const [base = []] = lists;
  const same = lists.filter((words) => words.length === base.length && words.every(({ text }, i) => text === base[i]?.text));
  return base.map((word, i) => ({ ...word, score: Math.max(...same.map((words) => (words[i] as WordScore).score)) }));
}
