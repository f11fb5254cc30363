const INDEX_BITS = 11;
const SHIFT = 23 - INDEX_BITS;
const SIZE = 1 << INDEX_BITS;
/** Natural logarithms of the mantissas 1 to 2, and their reciprocals; beyond a mantissa's table entry a series. */
const logs = Float64Array.from({ length: SIZE }, (_, i) => Math.log(1 + (i + 0.5) / SIZE));
const reciprocals = Float64Array.from({ length: SIZE }, (_, i) => 1 / (1 + (i + 0.5) / SIZE));

/**
 * Sum of x ln(x) over `values[from]` to `values[to - 1]`, which are not negative; 0 ln(0) is 0. The logarithm is taken
 * from the bits of single precision, exponent and mantissa, which is several times faster than `Math.log` and as exact
 * to 1e-14.
 */
export function sumXLogX(values: Float32Array, from: number, to: number): number {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  let sum = 0;
  for (let i = from; i < to; i++) {
    const word = bits[i] as number;
    const value = values[i] as number;
    if (word < 0x00800000) {
      // Zero, or too small for a mantissa that begins with 1.
      if (value > 0) sum += value * Math.log(value);
      continue;
    }
    const index = (word >> SHIFT) & (SIZE - 1);
    // How far the mantissa is beyond the table's, as a fraction of it: at most 2^-12.
    const beyond = ((word & 0x007fffff) - (index << SHIFT) - (1 << (SHIFT - 1))) * 2 ** -23 * (reciprocals[index] as number);
    const series = beyond * (1 - beyond * (1 / 2 - beyond * (1 / 3 - beyond / 4)));
    sum += value * (((word >> 23) - 127) * Math.LN2 + (logs[index] as number) + series);
  }
  return sum;
}
