import { DEFAULT_TIERS, tierOf } from '../../pipeline/siamese/score';
import { SAID_STATES, stateOf, type SaidState } from '../../pipeline/siamese/word-state';
import { ratingPoints, scaleFault, type RatingScale } from '../rating-scale';
import type { RatedWord } from './rated-words';

/** How many words the raters find right, unclear or wrong, and of each how many the scores do. */
export type WordConfusion = Readonly<Record<SaidState, Readonly<Record<SaidState, number>>>>;

/**
 * The states of words by their ratings against those by their scores. A rating counts as the score of as many points, with the
 * default tiers.
 * @returns null without words, or where a rating lies outside the scale
 */
export function wordConfusion(words: readonly Pick<RatedWord, 'human' | 'score'>[], scale: RatingScale): WordConfusion | null {
  if (words.length === 0 || scaleFault(words.map(({ human }) => human), scale) !== null) return null;
  const none = (): Record<SaidState, number> => ({ right: 0, unclear: 0, wrong: 0 });
  const counts = { right: none(), unclear: none(), wrong: none() };
  for (const { human, score } of words) counts[stateAt(ratingPoints(human, scale))][stateAt(score)] += 1;
  return counts;
}

/** Words that the raters find wrong: how many of them the scores find wrong or unclear; and how many of the right ones they find wrong. */
export function wordErrors(counts: WordConfusion): { readonly found: number | null; readonly falseAlarms: number | null } {
  const [wrong, right] = [counts.wrong, counts.right];
  const of = (row: Readonly<Record<SaidState, number>>): number => SAID_STATES.reduce((sum, state) => sum + row[state], 0);
  return {
    found: of(wrong) === 0 ? null : (wrong.wrong + wrong.unclear) / of(wrong),
    falseAlarms: of(right) === 0 ? null : right.wrong / of(right),
  };
}

function stateAt(points: number): SaidState {
  return stateOf(tierOf(points)?.colour ?? '');
}

/** The lowest score, 0 to 100, with which a word is said like that. */
export function lowestScore(state: SaidState): number {
  return Math.min(...DEFAULT_TIERS.filter(({ colour }) => stateOf(colour) === state).map(({ from }) => from));
}
