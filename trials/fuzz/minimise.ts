/** Shortens bytes as long as `isStill` holds for them. Leaves out large parts first, then smaller ones (delta debugging by
 *  complements, Zeller and Hildebrandt 2002). */
export function minimised(bytes: Buffer, isStill: (bytes: Buffer) => boolean): Buffer {
  let best = bytes;
  for (let size = best.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < best.length; ) {
      const shorter = Buffer.concat([best.subarray(0, at), best.subarray(at + size)]);
      if (shorter.length < best.length && isStill(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}
