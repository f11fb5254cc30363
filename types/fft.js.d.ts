/** fft.js ships no types of its own. Any indexable array of numbers will do; we always hand it Float64Array. */
declare module 'fft.js' {
  class FFT {
    readonly size: number;
    constructor(size: number);
    /** Complex to complex, interleaved [re, im, ...]; `out` must not be `data`. */
    transform(out: Float64Array, data: Float64Array): void;
    /** As `transform`, backwards, divided by the size. */
    inverseTransform(out: Float64Array, data: Float64Array): void;
    /** Real input of `size` values; fills the first half and the Nyquist bin of `out` (2 * size values). */
    realTransform(out: Float64Array, data: Float64Array): void;
  }
  export = FFT;
}
