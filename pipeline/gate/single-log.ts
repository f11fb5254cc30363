const { fround } = Math;

const LOG10_2 = fround(Math.log10(2));
const value = new Float32Array(1);
const bits = new Int32Array(value.buffer);

/**
 * Decimal logarithm of a positive normal number in single precision, as NumPy's vector code rounds it: the number is
 * 2^k m with m from 0.75 to 1.5, and k log10(2) and log10(m) are rounded on their own before they are added. Up to
 * three units in the last place from the true value; the mean level of a quiet frequency, a sum of many equal
 * numbers, depends on which way those units fall.
 */
export function singleLog10(x: number): number {
  value[0] = x;
  const word = bits[0] as number;
  let exponent = (word >> 23) - 127;
  bits[0] = (word & 0x007fffff) | 0x3f800000;
  let mantissa = value[0];
  if (mantissa >= 1.5) {
    mantissa /= 2;
    exponent++;
  }
  return fround(fround(exponent * LOG10_2) + fround(Math.log10(mantissa)));
}
