/** Numbers of 16 bits (IEEE 754 binary16) as numbers of 32. */
export function fromHalf(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, (bits) => {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
    return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
}

const LARGEST = 65504;

/** The nearest numbers of 16 bits; beyond the largest one that. */
export function toHalf(values: Float32Array): Uint16Array {
  return Uint16Array.from(values, (value) => {
    const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
    const size = Math.min(LARGEST, Math.abs(value));
    if (size < 2 ** -14) return sign | Math.round(size * 2 ** 24);
    const exponent = Math.floor(Math.log2(size));
    // A fraction that rounds up to 1024 carries into the exponent, which is what it should do.
    return sign | (((exponent + 15) << 10) + Math.round((size / 2 ** exponent - 1) * 1024));
  });
}
