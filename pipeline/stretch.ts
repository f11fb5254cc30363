import { bestOffset } from './stretch/best-offset';

/** Beyond these, speech is no longer understood. */
export const MIN_RATIO = 0.25;
export const MAX_RATIO = 4;

/** Two or three periods of a low voice. */
const FRAME_SECONDS = 0.04;
/** Half a period of the lowest voice (60 Hz) and more, on either side. */
const TOLERANCE_SECONDS = 0.01;

/**
 * Changes the duration of speech without its pitch: waveform similarity overlap-add (WSOLA; W. Verhelst and
 * M. Roelands, "An overlap-add technique based on waveform similarity (WSOLA) for high quality time-scale modification
 * of speech", ICASSP 1993). Frames of 40 ms, half overlapping, are taken from the input at a pace of 1 / ratio, each
 * within 10 ms of its place where it continues the frame before best.
 *
 * A time t of the input lies at t * ratio in the output, to within these 10 ms.
 * @param ratio length of the output by that of the input, MIN_RATIO to MAX_RATIO
 * @returns round(samples.length * ratio) samples, at least one where there are any; a copy where the ratio is 1 or there is less than one frame
 */
export function stretch(samples: Float32Array, sampleRate: number, ratio: number): Float32Array {
  // A WAV without samples is refused by the next stage.
  const length = Math.max(Math.min(1, samples.length), Math.round(samples.length * ratio));
  const hop = Math.round((FRAME_SECONDS * sampleRate) / 2);
  const frame = 2 * hop;
  if (ratio === 1 || samples.length < frame) return fitted(samples, length);
  const tolerance = Math.round(TOLERANCE_SECONDS * sampleRate);
  const out = new Float32Array(length);
  const window = hann(frame);
  let at = -hop;
  for (let start = -hop; start < length; start += hop) {
    // The first frame begins half a frame before the recording, so that its middle is the first sample.
    if (start >= 0) at = bestOffset(samples, at + hop, Math.round((start + hop) / ratio) - hop, hop, tolerance, sampleRate);
    addFrame(out, start, samples, at, window);
  }
  return out;
}

/** Periodic Hann: two of them, half a frame apart, add up to one. */
function hann(length: number): Float32Array {
  return new Float32Array(length).map((_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length));
}

function addFrame(out: Float32Array, start: number, samples: Float32Array, at: number, window: Float32Array): void {
  const from = Math.max(0, -start, -at);
  const to = Math.min(window.length, out.length - start, samples.length - at);
  for (let n = from; n < to; n++) {
    out[start + n] = (out[start + n] as number) + (samples[at + n] as number) * (window[n] as number);
  }
}

/** Cut, or filled up with silence. */
function fitted(samples: Float32Array, length: number): Float32Array {
  const out = new Float32Array(length);
  out.set(samples.subarray(0, length));
  return out;
}
