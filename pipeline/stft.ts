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
 * A frame of a recording times a window, from sample `offset` on, with zeros outside of the recording.
 * @returns the sum of the squares of what it has written
 */
export function windowFrame(samples: Float32Array, offset: number, window: Float64Array, frame: Float64Array): number {
  const size = frame.length;
  const from = Math.min(size, Math.max(0, -offset));
  const to = Math.max(from, Math.min(size, samples.length - offset));
  frame.fill(0, 0, from);
  let even = 0;
  let odd = 0;
  let n = from;
  for (; n + 1 < to; n += 2) {
    const left = (samples[offset + n] as number) * (window[n] as number);
    const right = (samples[offset + n + 1] as number) * (window[n + 1] as number);
    frame[n] = left;
    frame[n + 1] = right;
    even += left * left;
    odd += right * right;
  }
  if (n < to) {
    const last = (samples[offset + n] as number) * (window[n] as number);
    frame[n] = last;
    even += last * last;
  }
  frame.fill(0, to);
  return even + odd;
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
  const frame = new Float64Array(fftSize);
  // Outside of the window all is zero.
  const first = Math.floor((fftSize - windowLength) / 2);
  const inner = { window: window.subarray(first, first + windowLength), frame: frame.subarray(first, first + windowLength) };
  const frames = frameCount(samples.length, sizes);
  for (let j = 0; j < frames; j++) {
    windowFrame(samples, j * hopLength - Math.floor(fftSize / 2) + first, inner.window, inner.frame);
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
