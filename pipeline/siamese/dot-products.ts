/**
 * The dot products of one frame with `count` frames that follow each other, written to `out` from `at` on. Four at a time:
 * each number of the frame is read once for four products, and no sum waits for another.
 * @param a frames x size, row-major; `aStart` is where its frame begins
 * @param b the same; `bStart` is where the first of the `count` frames begins
 */
export function dotProducts(
  a: Float32Array,
  aStart: number,
  b: Float32Array,
  bStart: number,
  size: number,
  out: Float32Array,
  at: number,
  count: number,
): void {
  const inFours = count - (count % 4);
  // All indices stay inside their frames: i < size, k < count.
  for (let k = 0; k < inFours; k += 4) {
    const b0 = bStart + k * size;
    const b1 = b0 + size;
    const b2 = b1 + size;
    const b3 = b2 + size;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let i = 0; i < size; i++) {
      const x = a[aStart + i] as number;
      s0 += x * (b[b0 + i] as number);
      s1 += x * (b[b1 + i] as number);
      s2 += x * (b[b2 + i] as number);
      s3 += x * (b[b3 + i] as number);
    }
    out[at + k] = s0;
    out[at + k + 1] = s1;
    out[at + k + 2] = s2;
    out[at + k + 3] = s3;
  }
  for (let k = inFours; k < count; k++) {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (a[aStart + i] as number) * (b[bStart + k * size + i] as number);
    out[at + k] = sum;
  }
}
