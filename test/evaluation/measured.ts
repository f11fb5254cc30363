import type { MeasuredPair, Testimony } from '../../evaluation/measured';

const UNRATED = { accuracy: null, fluency: null, prosodic: null };

/** What a witness says of a pair; a test says only what it is about. */
export function testimony(some: Partial<Testimony> = {}): Testimony {
  return { score: 50, accuracy: 50, fluency: 50, prosodic: 50, sameness: -1, refused: false, words: [], ...some };
}

/** A measured pair that the ear has not listened to; a test says only what it is about. */
export function measured(some: Partial<MeasuredPair>): MeasuredPair {
  return {
    ...{ same: true, human: null, ratings: UNRATED, verdict: 'scored', score: 50, sameness: -1, ms: 10, group: '' },
    ...{ words: [], phones: { phones: [], leftOut: 0 }, siamese: testimony(), ear: null },
    ...some,
  };
}
