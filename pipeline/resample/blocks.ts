import { realFft, realInverse } from '../fft';
import { KERNEL_HALF_WIDTH, lowPassKernel } from '../kaiser';

/** Sizes in samples; a block of the input becomes one of the output, whose margins are dropped. */
interface BlockPlan {
  readonly inSize: number;
  readonly inHop: number;
  readonly inMargin: number;
  readonly outSize: number;
  readonly outHop: number;
  readonly outMargin: number;
  /** Gain of each bin that both blocks have. */
  readonly response: Float64Array;
}

/** A block is at least so many times as long as half the filter. */
const BLOCK_LENGTH = 8;
/** Samples of the kernel per sample at the lower rate: its images then lie far within the stop band. */
const OVERSAMPLING = 8;
const KEPT_PLANS = 8;
const plans = new Map<string, BlockPlan>();

/** The kernel's Fourier transform at the bins of `size` samples at the lower rate. */
function kernelResponse(size: number): Float64Array {
  const grid = new Float64Array(size * OVERSAMPLING);
  const reach = Math.floor(KERNEL_HALF_WIDTH * OVERSAMPLING);
  for (let n = -reach; n <= reach; n++) {
    grid[n < 0 ? grid.length + n : n] = lowPassKernel(n / OVERSAMPLING) / OVERSAMPLING;
  }
  const spectrum = realFft(grid.length).forward(grid);
  return Float64Array.from({ length: size / 2 + 1 }, (_, k) => spectrum[2 * k] as number);
}

function makePlan(up: number, down: number): BlockPlan {
  const half = KERNEL_HALF_WIDTH * Math.max(1, down / up);
  const margin = Math.ceil(half / down);
  let steps = 2;
  while (steps * down < BLOCK_LENGTH * half || steps < 4 * margin) steps *= 2;
  const hop = steps - 2 * margin;
  const response = kernelResponse(steps * Math.min(up, down)).map((gain) => (gain * up) / down);
  return {
    inSize: steps * down,
    inHop: hop * down,
    inMargin: margin * down,
    outSize: steps * up,
    outHop: hop * up,
    outMargin: margin * up,
    response,
  };
}

function planFor(up: number, down: number): BlockPlan {
  const key = `${up}/${down}`;
  let plan = plans.get(key);
  if (plan === undefined) {
    plan = makePlan(up, down);
    const oldest = plans.keys().next();
    if (plans.size >= KEPT_PLANS && oldest.done !== true) plans.delete(oldest.value);
    plans.set(key, plan);
  }
  return plan;
}

/**
 * Changes the sample rate by `up / down`: the low-pass filter of `lowPassKernel`, applied to the spectra of overlapping
 * blocks (overlap-save), whose bins beyond the lower Nyquist frequency are cut off or filled with zeros.
 */
export function resampleByBlocks(samples: Float32Array, up: number, down: number, out: Float32Array): void {
  const { inSize, inHop, inMargin, outSize, outHop, outMargin, response } = planFor(up, down);
  const fft = realFft(inSize);
  const back = realInverse(outSize);
  const block = new Float64Array(inSize);
  const shaped = new Float64Array(outSize + 2);
  for (let start = 0, at = -inMargin; start < out.length; start += outHop, at += inHop) {
    const from = Math.max(0, -at);
    const to = Math.max(from, Math.min(inSize, samples.length - at));
    block.fill(0, 0, from);
    for (let n = from; n < to; n++) block[n] = samples[at + n] as number;
    block.fill(0, to);
    const spectrum = fft.forward(block);
    for (let k = 0; k < response.length; k++) {
      shaped[2 * k] = (response[k] as number) * (spectrum[2 * k] as number);
      shaped[2 * k + 1] = (response[k] as number) * (spectrum[2 * k + 1] as number);
    }
    const result = back.inverse(shaped);
    const count = Math.min(outHop, out.length - start);
    for (let n = 0; n < count; n++) out[start + n] = result[outMargin + n] as number;
  }
}
