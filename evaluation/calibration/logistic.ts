import { scoreFromDistance } from '../../pipeline/siamese/score';
import type { Curve, Rating } from './curve';

/** At these distances the plain score counts as a rating. */
const PRIOR_DISTANCES = [0, 0.5, 1, 1.5, 2];
/** Each of them counts as this share of a recording: two recordings in all. */
const PRIOR_WEIGHT = 0.4;
const MAX_STEPS = 50;
const SMALL_STEP = 1e-9;

/**
 * Fits a logistic curve from 100 points to 0. It has only two parameters, so it suits few ratings. Ratings count as fractions
 * (Papke and Wooldridge, "Econometric methods for fractional response variables", Journal of Applied Econometrics 11, 1996), as
 * classes do in Platt's method. The plain score counts as two more ratings, spread over all distances (a prior by artificial
 * data: Bedrick, Christensen and Johnson, JASA 91, 1996). It keeps the curve near the plain score where nothing was rated.
 * Ratings that rise with the distance give a flat line.
 */
export function fitLogistic(ratings: readonly Rating[]): Curve {
  const prior = PRIOR_DISTANCES.map((distance) => weighted(distance, scoreFromDistance(distance), PRIOR_WEIGHT));
  const points = [...ratings.map((rating) => weighted(rating.distance, rating.points, 1)), ...prior];
  let intercept = 0;
  let slope = 0;
  // Newton's method on a convex function. It starts at the flat line, where its steps are shortest.
  for (let step = 0; step < MAX_STEPS; step++) {
    let [pull, pullSlope, weights, weightsSlope, weightsSlope2] = [0, 0, 0, 0, 0];
    for (const { distance, share, weight } of points) {
      const p = 1 / (1 + Math.exp(-(intercept + slope * distance)));
      const difference = weight * (share - p);
      const curvature = weight * p * (1 - p);
      pull += difference;
      pullSlope += difference * distance;
      weights += curvature;
      weightsSlope += curvature * distance;
      weightsSlope2 += curvature * distance ** 2;
    }
    const determinant = weights * weightsSlope2 - weightsSlope ** 2;
    const move = (weightsSlope2 * pull - weightsSlope * pullSlope) / determinant;
    const moveSlope = (weights * pullSlope - weightsSlope * pull) / determinant;
    intercept += move;
    slope += moveSlope;
    if (Math.abs(move) + Math.abs(moveSlope) < SMALL_STEP) break;
  }
  if (slope > 0) return flat(points);
  return (distance) => 100 / (1 + Math.exp(-(intercept + slope * distance)));
}

interface Weighted {
  readonly distance: number;
  /** The rating as a fraction of the scale. */
  readonly share: number;
  readonly weight: number;
}

function weighted(distance: number, points: number, weight: number): Weighted {
  return { distance, share: points / 100, weight };
}

function flat(points: readonly Weighted[]): Curve {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const mean = points.reduce((sum, { share, weight }) => sum + weight * share, 0) / total;
  return () => 100 * mean;
}
