/** A point that a curve goes through. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * A smooth curve through all points that rises only where they rise and falls only where they fall: cubic Hermite
 * pieces whose slopes are limited as Fritsch and Carlson say ("Monotone piecewise cubic interpolation", SIAM Journal on
 * Numerical Analysis 17, 1980, the circle of radius 3). Outside the points it keeps the first and the last value.
 * @param points at least one, `x` rising strictly
 */
export function monotoneCubic(points: readonly Point[]): (x: number) => number {
  const slopes = limitedSlopes(points);
  return (x) => {
    let right = points.findIndex((point) => point.x >= x);
    if (right < 0) right = points.length;
    const [from, to] = [points[right - 1], points[right]];
    if (from === undefined || to === undefined) return (from ?? to)?.y ?? Number.NaN;
    const width = to.x - from.x;
    const t = (x - from.x) / width;
    const [startSlope = 0, endSlope = 0] = [slopes[right - 1], slopes[right]];
    const value =
      from.y * (1 + 2 * t) * (1 - t) ** 2 +
      to.y * t ** 2 * (3 - 2 * t) +
      width * (startSlope * t * (1 - t) ** 2 - endSlope * t ** 2 * (1 - t));
    // Rounding alone could leave the box that the two points span.
    return Math.min(Math.max(from.y, to.y), Math.max(Math.min(from.y, to.y), value));
  };
}

/** One slope a point: the mean of its two secants, limited so that no piece turns back. */
function limitedSlopes(points: readonly Point[]): number[] {
  const secants = points.slice(1).map((to, i) => {
    const from = points[i] as Point; // the one before it
    return (to.y - from.y) / (to.x - from.x);
  });
  const slopes = points.map((_, i) => {
    const [before, after] = [secants[i - 1], secants[i]];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    return before * after <= 0 ? 0 : (before + after) / 2;
  });
  for (const [i, secant] of secants.entries()) {
    const [start = 0, end = 0] = [slopes[i], slopes[i + 1]];
    const length = Math.hypot(start, end) / Math.abs(secant);
    // A flat piece has flat ends already, and its length is no number.
    if (!(length > 3)) continue;
    slopes[i] = (3 * start) / length;
    slopes[i + 1] = (3 * end) / length;
  }
  return slopes;
}
