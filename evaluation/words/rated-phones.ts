import type { Heard } from '../../pipeline/ear/heard';
import { pearson } from '../metrics/pearson';
import type { WordRating } from './read-words';

/** A sound with the raters' figure, on any scale, and the ear's, 0 to 100. */
export interface RatedPhone {
  readonly human: number;
  readonly score: number;
}

export interface RatedPhones {
  readonly phones: readonly RatedPhone[];
  /** Words whose phones could not be matched. */
  readonly leftOut: number;
}

/**
 * Matches the raters' phones with the ear's, word by word and in their order. A word is left out where their numbers differ: the
 * raters may have had another pronunciation in mind. None where nobody rated phones, or the ear tells none.
 */
export function ratedPhones(ratings: readonly WordRating[] | null, heard: Heard | undefined): RatedPhones {
  const heardPhones = heard?.phones;
  if (ratings === null || heardPhones === undefined) return { phones: [], leftOut: 0 };
  const isSameText = heard?.words.length === ratings.length;
  const phones: RatedPhone[] = [];
  let leftOut = 0;
  for (const [place, { phoneAccuracy = [] }] of ratings.entries()) {
    const own = heardPhones.filter(({ word }) => word === place);
    if (isSameText && own.length === phoneAccuracy.length) {
      phones.push(...own.map(({ goodness }, i) => ({ human: phoneAccuracy[i] as number, score: goodness })));
    } else if (phoneAccuracy.length > 0) {
      leftOut += 1;
    }
  }
  return { phones, leftOut };
}

/** Correlation of the sounds' scores and their ratings; null if it can't be computed. @param own the pairs not known to be another
 *  sentence */
export function pearsonOfPhones(own: readonly { readonly phones: RatedPhones }[]): number | null {
  const phones = own.flatMap((pair) => pair.phones.phones);
  return pearson(phones.map(({ human }) => human), phones.map(({ score }) => score));
}
