import type { HeardChanges } from '../facts';
import type { ModelManifest } from '../model-manifest';
import { pointsWithChanges } from './changes';
import { distanceFromScore, scoreFromDistance } from './score';
import type { WordScore } from './words';

/** The ear's rating alone, for a model that was never weighed against it. */
const ALONE = { constant: 0, rating: 1, siamese: 0 };
const EAR_ALONE = { phones: ALONE, elsewhere: ALONE };

/**
 * The score of a recording by both witnesses: the Siamese network's distance and, where an ear has rated the recording, that
 * rating, which knows already how much of each word was said. Without a rating each word that the ear found changed takes its
 * share of the points.
 * @param toScore the score of a distance. Without a rating a calibration's map sees the distance; with one it comes last, and sees
 *   the distance that would give as many points
 */
export function scoreByBoth(
  distance: number,
  heard: HeardChanges | undefined,
  { withEar = EAR_ALONE }: Pick<ModelManifest, 'withEar'>,
  toScore: (distance: number) => number,
): number {
  if (heard?.rating === undefined) return pointsWithChanges(toScore(distance), heard);
  const { constant, rating, siamese } = heard.phones === undefined || heard.rating.elsewhere === true ? withEar.elsewhere : withEar.phones;
  const points = constant + rating * heard.rating.total + siamese * scoreFromDistance(distance);
  return toScore(distanceFromScore(Math.min(100, Math.max(0, points))));
}

/** What the ear heard, without its ratings: for a calibration that was made when it gave none. */
export function withoutRating(heard: HeardChanges | undefined): HeardChanges | undefined {
  if (heard === undefined) return undefined;
  const { completeness, words, insertions, sure } = heard;
  return { completeness, ...(sure === undefined ? {} : { sure }), words: words.map(({ text, startMs, endMs, error }) => ({ text, startMs, endMs, error })), insertions };
}

/**
 * The words' scores by both. Where the ear has rated the words, its words stand, with their syllables and their times in the
 * recording. Otherwise a
 * word that was left out gets no points and one that was exchanged half of its own; the ear's words are the scored ones in the
 * same order, or they are not used.
 * @param words scored by `toScore`
 */
export function wordsByBoth(
  words: readonly WordScore[],
  heard: HeardChanges | undefined,
  toScore: (distance: number) => number,
): WordScore[] {
  const mapped = ({ text, startMs, endMs, score }: WordScore): WordScore => ({ text, startMs, endMs, score: toScore(distanceFromScore(score)) });
  const rated = (heard?.words ?? []).flatMap(({ score, syllables, ...word }): WordScore[] => {
    return score === undefined ? [] : [{ ...mapped({ ...word, score }), ...(syllables && { syllables: syllables.map(mapped) }) }];
  });
  if (rated.length > 0) return rated;
  if (heard?.words.length !== words.length) return [...words];
  const share = { none: 1, mispronunciation: 0.5, omission: 0 } as const;
  return words.map((word, i) => ({ ...word, score: word.score * share[heard.words[i]?.error ?? 'none'] }));
}
