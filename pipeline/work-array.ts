/** More than this is given back: 30 s in the gate at 16 kHz take as much. */
const MOST_KEPT = 2 ** 21;

/**
 * A work array that is used again by the next call, since fresh memory costs more time than computing in it. The
 * function returned gives `length` values, not cleared, which must not be used after its next call.
 */
export function workArray(): (length: number) => Float32Array {
  let kept = new Float32Array(0);
  return (length) => {
    if (length > MOST_KEPT) return new Float32Array(length);
    if (kept.length < length) kept = new Float32Array(length);
    return kept.subarray(0, length);
  };
}
