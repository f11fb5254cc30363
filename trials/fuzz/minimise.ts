/** The shortest bytes found that `isStill` holds for: parts are left out, ever smaller ones, as long as that works (the
 *  delta debugging of Zeller and Hildebrandt, 2002, by complements). */
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
