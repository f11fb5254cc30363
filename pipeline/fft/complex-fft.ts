/**
 * Fourier transform of complex values of one size. The result belongs to the plan: read it before the next call.
 */
export interface ComplexFft {
  readonly size: number;
  /** Interleaved [re, im, ...] in and out, not scaled; the input is not changed. Equals numpy.fft.fft. */
  forward(values: Float64Array): Float64Array;
}
