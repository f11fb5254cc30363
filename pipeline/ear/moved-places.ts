/**
 * Of places in the order in which they were said, those that are not where they should be: the fewest words that one must move to
 * have the order right. Where that may be one or the other, as of two neighbours, it is each of them, but for a word that stands at
 * its own place among them: of "dinner for fish" the middle one has not moved.
 */
export function movedPlaces(places: readonly number[]): ReadonlySet<number> {
  const ends = runLengths(places);
  const starts = runLengths(places.map((place) => -place).reverse()).reverse();
  const longest = Math.max(0, ...ends);
  const sorted = [...places].sort((a, b) => a - b);
  const through = places.map((_, i) => (ends[i] as number) + (starts[i] as number) - 1);
  const isAlone = (i: number): boolean => ends.every((end, k) => k === i || end !== ends[i] || through[k] !== longest);
  return new Set(places.filter((place, i) => sorted[i] !== place && !(through[i] === longest && isAlone(i))));
}

/** Of each place, how many rise up to it, itself counted: the longest run. */
function runLengths(places: readonly number[]): number[] {
  const lengths: number[] = [];
  for (const [i, place] of places.entries()) lengths.push(1 + Math.max(0, ...lengths.filter((_, k) => k < i && (places[k] as number) < place)));
  return lengths;
}
