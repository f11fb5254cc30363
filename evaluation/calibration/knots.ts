import type { Knot } from '../../pipeline/siamese/calibration-file';
import type { Curve } from './curve';

/** Distances of the knots: close together in the range of scores, and up to a distance that covers all recordings. */
const DISTANCES = [...Array.from({ length: 41 }, (_, i) => i / 20), 2.5, 3, 3.5, 4];

/** A curve as the knots of a calibration, with two decimals: rounding keeps them in order. */
export function knotsOf(curve: Curve): Knot[] {
  return DISTANCES.map((distance) => ({ distance, score: Number(curve(distance).toFixed(2)) }));
}
