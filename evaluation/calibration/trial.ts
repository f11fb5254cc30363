import { calibratedScore } from '../../pipeline/siamese/calibration';
import type { Agreement, Knot } from '../../pipeline/siamese/calibration-file';
import { seededRandom, shuffled } from '../../base/random';
import { agreementOf } from './agreement';
import { asScored } from './fit-map';
import type { RatedRecording } from './ratings';

/** Recordings to fit a map to, and the others. */
export interface Drawn {
  readonly taken: readonly RatedRecording[];
  readonly rest: readonly RatedRecording[];
}

export interface Rest {
  readonly n: number;
  readonly before: Agreement;
  readonly after: Agreement;
}

/** Draws `count` of the recordings at random. */
export function draw(recordings: readonly RatedRecording[], count: number, seed: number): Drawn {
  const order = shuffled(recordings, seededRandom(seed));
  return { taken: order.slice(0, count), rest: order.slice(count) };
}

/** The same recordings with shuffled ratings, for which no map can help. */
export function withShuffledRatings(recordings: readonly RatedRecording[], seed: number): RatedRecording[] {
  const points = shuffled(recordings.map((recording) => recording.points), seededRandom(seed));
  return recordings.map((recording, i) => ({ ...recording, points: points[i] ?? recording.points }));
}

/** How well the score, with and without the map, agrees with ratings that the map was not fitted to. */
export function judgeRest(rest: readonly RatedRecording[], knots: readonly Knot[], span: number): Rest {
  const map = calibratedScore(knots);
  const ratings = rest.map(({ distance, points }, i) => ({ distance, points, unit: String(i) }));
  const mapped = ratings.map((rating) => ({ ...rating, predicted: map(rating.distance) }));
  return { n: rest.length, before: agreementOf(asScored(ratings), span), after: agreementOf(mapped, span) };
}
