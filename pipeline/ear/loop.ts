/** A token or a few that come again so often are no speech. */
const MOST_REPEATS = 3;
/** As many tokens that come twice are a sentence that the decoder says again, since it has not noticed the end. */
const SENTENCE_TOKENS = 5;

/**
 * Whether a greedy transcript runs in a circle, as it does on short or unclear sounds ("3 3 3 3").
 * @returns how many tokens at the end are repeats; 0 where it does not
 */
export function repeatedTail(ids: readonly number[]): number {
  for (let length = 1; length <= ids.length / 2; length++) {
    let same = 0;
    while (same < ids.length - length && ids[ids.length - 1 - same] === ids[ids.length - 1 - same - length]) same++;
    if (same >= length * (length < SENTENCE_TOKENS ? MOST_REPEATS : 1)) return same;
  }
  return 0;
}
