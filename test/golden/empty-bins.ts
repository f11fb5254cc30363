import type { Entry, Tolerance } from './manifest';

/**
 * The three entries with the noise profile of `s1_noisy` at 22050 Hz: mean, deviation and threshold of each bin. The
 * recording was made at 16 kHz, so that the bins from here on (7.75 kHz) hold only what the resampler's filter leaves,
 * at -113 to -173 dB. noisereduce computes a profile in single precision, whose rounding is the level of these bins; the
 * pipeline computes in double precision. The largest difference is 0.023 dB.
 */
const EMPTY_FROM_BIN = 360;
const PROFILE_ENTRY = /^s1_noisy\/nr@22050_st_yn\/noise_(mean|std|thresh)_dB$/;
const EMPTY_BINS: Tolerance = { maxAbs: 0.05 };

/** Where the empty bins of an entry begin, and how far they may be off; undefined for an entry that has none. */
export function emptyBinsOf(entry: Entry): { readonly from: number; readonly tolerance: Tolerance } | undefined {
  return PROFILE_ENTRY.test(entry.id) ? { from: EMPTY_FROM_BIN, tolerance: EMPTY_BINS } : undefined;
}
