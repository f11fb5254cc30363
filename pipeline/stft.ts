import { realFft } from './fft';

/** Sizes of a short-time Fourier transform, in samples. */
export interface StftSizes {
  readonly fftSize: number;
  /** At most `fftSize`. */
  readonly windowLength: number;
  readonly hopLength: number;
}

const windows = new Map<string, Float64Array>();

/** Periodic Hann window of `windowLength`, zero-padded on both sides to `fftSize`, as librosa pads it. */
export function hannWindow(windowLength: number, fftSize: number): Float64Array {
  const key = `${windowLength}/${fftSize}`;
  let window = windows.get(key);
  if (window === undefined) {
    window = new Float64Array(fftSize);
    const start = Math.floor((fftSize - windowLength) / 2);
    for (let n = 0; n < windowLength; n++) {
      window[start + n] = 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / windowLength);
    }
    windows.set(key, window);
  }
  return window;
}

/** Frames of a signal of `length` samples: the signal has half an FFT of zeros added at both ends. */
export function frameCount(length: number, sizes: StftSizes): number {
  const padded = length + 2 * Math.floor(sizes.fftSize / 2);
  return padded < sizes.fftSize ? 0 : 1 + Math.floor((padded - sizes.fftSize) / sizes.hopLength);
}

/**
 * Short-time Fourier transform, as librosa.stft(center=True, pad_mode='constant'): frame j is centred at sample
 * j * hopLength, no scaling. Each frame's spectrum, interleaved [re, im, ...] for fftSize / 2 + 1 bins, is given to
 * `visit`, which must not keep it.
 */
export function forEachSpectrum(
  samples: Float32Array,
  sizes: StftSizes,
  visit: (spectrum: Float64Array, frame: number) => void,
): void {
  const { fftSize, windowLength, hopLength } = sizes;
  const fft = realFft(fftSize);
  const window = hannWindow(windowLength, fftSize);
  const first = Math.floor((fftSize - windowLength) / 2);
  const end = first + windowLength;
  const frame = new Float64Array(fftSize);
  const frames = frameCount(samples.length, sizes);
  for (let j = 0; j < frames; j++) {
    const offset = j * hopLength - Math.floor(fftSize / 2);
    const from = Math.min(end, Math.max(first, -offset));
    const to = Math.max(from, Math.min(end, samples.length - offset));
    frame.fill(0, first, from);
    for (let n = from; n < to; n++) frame[n] = (samples[offset + n] as number) * (window[n] as number);
    frame.fill(0, to, end);
    visit(fft.forward(frame), j);
  }
}

/** Magnitudes, row-major: `data[bin * frames + frame]`. */
export function stftMagnitude(
  samples: Float32Array,
  sizes: StftSizes,
): { data: Float32Array; bins: number; frames: number } {
  const bins = Math.floor(sizes.fftSize / 2) + 1;
  const frames = frameCount(samples.length, sizes);
  const data = new Float32Array(bins * frames);
  forEachSpectrum(samples, sizes, (spectrum, frame) => {
    for (let k = 0; k < bins; k++) data[k * frames + frame] = Math.hypot(spectrum[2 * k] ?? 0, spectrum[2 * k + 1] ?? 0);
  });
  return { data, bins, frames };
}
