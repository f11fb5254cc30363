/** Of places in the order in which they were said, those that stand before a smaller or behind a larger one. */
export function movedPlaces(places: readonly number[]): ReadonlySet<number> {
  return new Set(places.filter((place, i) => places.some((other, k) => (k < i ? other > place : other < place))));
}
