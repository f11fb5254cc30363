/**
 * Filters over a mel-spectrogram that are no part of a model's features: a lesson about what matters in it tries them.
 * They work on the values as they are scaled.
 */
export interface MelFilters {
  /** Coefficient of one more pre-emphasis before the spectrum; 0 for none. */
  readonly preEmphasis: number;
  /** Moving average along time or along frequency. */
  readonly average: { readonly axis: 'time' | 'frequency'; readonly length: number } | null;
  /** Standard deviation of a Gaussian over both axes, in frames and in bands; 0 for none. */
  readonly smoothing: number;
}

/** Row-major: `data[band * frames + frame]`. */
interface Grid {
  readonly data: Float32Array;
  readonly bands: number;
  readonly frames: number;
}

/** How far a Gaussian is followed, in standard deviations. */
const GAUSSIAN_REACH = 3;

/** The values after moving average and smoothing, in this order. */
export function filterMel({ data, bands, frames }: Grid, { average, smoothing }: MelFilters): Float32Array {
  let filtered = data;
  if (average !== null) {
    const kernel = new Float64Array(average.length).fill(1 / average.length);
    filtered = convolved({ data: filtered, bands, frames }, average.axis, kernel);
  }
  if (smoothing > 0) {
    const kernel = gaussian(smoothing);
    filtered = convolved({ data: filtered, bands, frames }, 'time', kernel);
    filtered = convolved({ data: filtered, bands, frames }, 'frequency', kernel);
  }
  return filtered;
}

function gaussian(deviation: number): Float64Array {
  const reach = Math.ceil(GAUSSIAN_REACH * deviation);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * deviation ** 2)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Each row (time) or column (frequency) with a centred kernel; at the edges its weights are those that fall inside,
 *  made to add up to one, so that an even spectrogram stays as it is. */
function convolved({ data, bands, frames }: Grid, axis: 'time' | 'frequency', kernel: Float64Array): Float32Array {
  const out = new Float32Array(data.length);
  const [lines, length, lineStride, stride] = axis === 'time' ? [bands, frames, frames, 1] : [frames, bands, 1, frames];
  const reach = Math.floor(kernel.length / 2);
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      let sum = 0;
      let weights = 0;
      const last = Math.min(kernel.length - 1, length - 1 - i + reach);
      for (let k = Math.max(0, reach - i); k <= last; k++) {
        const weight = kernel[k] as number;
        sum += weight * (data[line * lineStride + (i + k - reach) * stride] as number);
        weights += weight;
      }
      out[line * lineStride + i * stride] = sum / weights;
    }
  }
  return out;
}
