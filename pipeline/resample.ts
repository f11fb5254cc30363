import { KERNEL_HALF_WIDTH, lowPassKernel } from './kaiser';

/** One row of `taps` weights for each of the `up` positions an output sample can have between two inputs. */
interface PhaseTable {
  readonly taps: number;
  readonly weights: Float64Array;
}

/** With larger terms of the ratio (odd pairs of rates) the weights are looked up in one finely sampled kernel. */
const MAX_RATIO_TERM = 2048;
const KEPT_TABLES = 8;
/** Samples of the kernel per sample at the lower rate: linear interpolation is then good to -145 dB. */
const FINE_STEPS = 8192;

const tables = new Map<string, PhaseTable>();
let fineKernel: Float64Array | undefined;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function phaseTable(up: number, down: number): PhaseTable {
  const key = `${up}/${down}`;
  const kept = tables.get(key);
  if (kept !== undefined) return kept;
  const scale = Math.min(1, up / down);
  const half = Math.ceil(KERNEL_HALF_WIDTH / scale);
  const taps = 2 * half;
  const weights = new Float64Array(up * taps);
  for (let phase = 0; phase < up; phase++) {
    for (let k = 0; k < taps; k++) {
      weights[phase * taps + k] = scale * lowPassKernel(scale * (phase / up + half - 1 - k));
    }
  }
  const table = { taps, weights };
  const oldest = tables.keys().next();
  if (tables.size >= KEPT_TABLES && oldest.done !== true) tables.delete(oldest.value);
  tables.set(key, table);
  return table;
}

/** The signal as doubles with `margin` zeros at both ends, so that the filter never looks outside. */
function withMargins(samples: Float32Array, margin: number): Float64Array {
  const padded = new Float64Array(samples.length + 2 * margin);
  padded.set(samples, margin);
  return padded;
}

function resampleByTable(samples: Float32Array, up: number, down: number, out: Float32Array): void {
  const { taps, weights } = phaseTable(up, down);
  const half = taps / 2;
  const padded = withMargins(samples, half);
  let base = 0;
  let phase = 0;
  for (let m = 0; m < out.length; m++) {
    const row = phase * taps;
    // Input k of this output lies at padded[base + 1 + k]; two sums let the additions overlap.
    let even = 0;
    let odd = 0;
    for (let k = 0; k < taps; k += 2) {
      even += (weights[row + k] as number) * (padded[base + 1 + k] as number);
      odd += (weights[row + k + 1] as number) * (padded[base + 2 + k] as number);
    }
    out[m] = even + odd;
    phase += down;
    base += Math.floor(phase / up);
    phase %= up;
  }
}

function fineKernelTable(): Float64Array {
  if (fineKernel === undefined) {
    fineKernel = new Float64Array(Math.ceil(KERNEL_HALF_WIDTH * FINE_STEPS) + 2);
    for (let i = 0; i < fineKernel.length; i++) fineKernel[i] = lowPassKernel(i / FINE_STEPS);
  }
  return fineKernel;
}

function resampleByKernel(samples: Float32Array, up: number, down: number, out: Float32Array): void {
  const kernel = fineKernelTable();
  const scale = Math.min(1, up / down);
  const half = Math.ceil(KERNEL_HALF_WIDTH / scale);
  const padded = withMargins(samples, half);
  const last = kernel.length - 2;
  for (let m = 0; m < out.length; m++) {
    const position = (m * down) / up;
    const base = Math.floor(position);
    const fraction = position - base;
    let sum = 0;
    for (let k = 0; k < 2 * half; k++) {
      const at = Math.abs(fraction + half - 1 - k) * scale * FINE_STEPS;
      const index = Math.floor(at);
      if (index > last) continue;
      const left = kernel[index] as number;
      sum += (left + (at - index) * ((kernel[index + 1] as number) - left)) * (padded[base + 1 + k] as number);
    }
    out[m] = sum * scale;
  }
}

/**
 * Changes the sample rate from `from` to `to` Hz (whole numbers): a Kaiser-windowed sinc of 140 dB in polyphase
 * form, linear phase and no delay, with the band of libsoxr's HQ recipe. Output has ceil(n * to / from) samples.
 */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples;
  const divisor = greatestCommonDivisor(from, to);
  const up = to / divisor;
  const down = from / divisor;
  const out = new Float32Array(Math.ceil((samples.length * up) / down));
  if (Math.max(up, down) <= MAX_RATIO_TERM) resampleByTable(samples, up, down, out);
  else resampleByKernel(samples, up, down, out);
  return out;
}
