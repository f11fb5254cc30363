/**
 * Sum of the squares of `samples[from]` to `samples[to - 1]`. Exact for 16-bit audio, whose squares are multiples of
 * 2^-30. Two sums let the additions overlap.
 */
export function sumOfSquares(samples: Float32Array, from = 0, to: number = samples.length): number {
  let even = 0;
  let odd = 0;
  let n = from;
  for (; n + 1 < to; n += 2) {
    const left = samples[n] as number;
    const right = samples[n + 1] as number;
    even += left * left;
    odd += right * right;
  }
  if (n < to) even += (samples[n] as number) * (samples[n] as number);
  return even + odd;
}
