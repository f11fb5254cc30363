import { realFft } from '../fft';
import { hannWindow, windowFrame } from '../stft';
import { workArray } from '../work-array';
import { GATE_BINS, GATE_FFT_SIZE, GATE_HOP } from './options';

/**
 * Spectra of a chunk, for those of its frames that are not all zeros: from frame `first` on, `count` of `frames`.
 * `values` are interleaved [re, im] per bin, frame after frame, unscaled; single
 * precision halves the memory, and costs nothing that a sample of 24 bits could show.
 */
export interface ChunkSpectrum {
  /** Frames of the whole chunk; frame j is centred at sample 256 j. */
  readonly frames: number;
  readonly first: number;
  readonly count: number;
  readonly values: Float32Array;
  /** No bin of any frame has more power (inequality of Cauchy and Schwarz). */
  readonly mostPower: number;
}

/** Values of one frame in `ChunkSpectrum.values`. */
export const FRAME_VALUES = 2 * GATE_BINS;

/** Magnitudes are divided by the sum of the window; that matters only against tiny absolute limits. */
export const MAGNITUDE_SCALE = 2 / GATE_FFT_SIZE;

const spectra = workArray();

/**
 * Fourier transform of `length` samples of a recording from sample `start` on, which may lie outside of it, where
 * all is zero. Frames of zeros have spectra of zeros and are left out before the first and after the last sound.
 * The values must not be used after the next call.
 */
export function chunkSpectrum(samples: Float32Array, start: number, length: number): ChunkSpectrum {
  const half = GATE_FFT_SIZE / 2;
  const frames = Math.floor(length / GATE_HOP) + 1;
  const from = Math.max(0, start);
  const to = Math.min(samples.length, start + length);
  let firstSound = from;
  while (firstSound < to && samples[firstSound] === 0) firstSound++;
  let lastSound = to - 1;
  while (lastSound > firstSound && samples[lastSound] === 0) lastSound--;
  if (firstSound >= to) return { frames, first: 0, count: 0, values: new Float32Array(0), mostPower: 0 };

  const first = Math.max(0, Math.floor((firstSound - start - half) / GATE_HOP) + 1);
  const last = Math.min(frames - 1, Math.floor((lastSound - start + half) / GATE_HOP));
  const count = last - first + 1;
  const values = spectra(Math.max(0, count) * FRAME_VALUES);
  const fft = realFft(GATE_FFT_SIZE);
  const window = hannWindow(GATE_FFT_SIZE, GATE_FFT_SIZE);
  const frame = new Float64Array(GATE_FFT_SIZE);
  // What lies beyond the chunk is not seen.
  const inside = samples.subarray(from, to);
  let energy = 0;
  for (let j = 0; j < count; j++) {
    const squares = windowFrame(inside, start + (first + j) * GATE_HOP - half - from, window, frame);
    if (squares > 0) store(fft.forward(frame), values, j * FRAME_VALUES);
    else values.fill(0, j * FRAME_VALUES, (j + 1) * FRAME_VALUES);
    if (squares > energy) energy = squares;
  }
  return { frames, first, count, values, mostPower: energy * GATE_FFT_SIZE };
}

function store(spectrum: Float64Array, values: Float32Array, start: number): void {
  for (let i = 0; i < spectrum.length; i++) values[start + i] = spectrum[i] as number;
}

/** Magnitudes of all frames that are kept, frame after frame. */
export function chunkMagnitudes(spectrum: ChunkSpectrum): Float64Array {
  const { values, count } = spectrum;
  const magnitudes = new Float64Array(count * GATE_BINS);
  const scale = MAGNITUDE_SCALE;
  for (let i = 0; i < magnitudes.length; i++) {
    const re = values[2 * i] as number;
    const im = values[2 * i + 1] as number;
    magnitudes[i] = Math.sqrt(re * re + im * im) * scale;
  }
  return magnitudes;
}
