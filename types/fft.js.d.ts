/** The types that fft.js ships are all `any`. Any indexable array of numbers will do; we always hand it Float64Array. */
declare module 'fft.js' {
  class FFT {
    readonly size: number;
    /** @param size a power of two from 2 on */
    constructor(size: number);
    /** Complex to complex, interleaved [re, im, ...], not scaled; `out` must not be `data`. */
    transform(out: Float64Array, data: Float64Array): void;
    /** Real input of `size` values; fills the first half and the Nyquist bin of `out` (2 * size values). */
    realTransform(out: Float64Array, data: Float64Array): void;
  }
  export = FFT;
}
