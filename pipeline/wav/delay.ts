/** Loudest blocks that are looked at. */
const BLOCKS = 10;
/** Sound travels a metre in this time. */
const MAX_DELAY_SECONDS = 0.003;
/** Correlation of two channels that have the same sound. */
const SAME = 0.7;
/** By this much it must be higher with the delay than without: neighbouring samples are alike anyway. */
const MARGIN = 0.1;

/**
 * Whether another channel repeats the strongest one some samples earlier or later: their mean would then be a comb
 * filter. Channels turned round count as well.
 * @param blocks interleaved
 */
export function isSameSoundDelayed(blocks: readonly Float32Array[], channels: number, sampleRate: number): boolean {
  const maxDelay = Math.round(MAX_DELAY_SECONDS * sampleRate);
  const planes = blocks.slice(0, BLOCKS).map((block) => planesOf(block, channels));
  const power = Array.from({ length: channels }, (_, c) => planes.reduce((sum, each) => sum + energy(each[c]), 0));
  const strongest = power.indexOf(Math.max(...power));
  return power.some((_, c) => {
    if (c === strongest) return false;
    const found = planes.filter((each) => isDelayed(each[strongest], each[c], maxDelay));
    return found.length > planes.length / 2;
  });
}

function planesOf(block: Float32Array, channels: number): Float32Array[] {
  const frames = block.length / channels;
  return Array.from({ length: channels }, (_, c) => Float32Array.from({ length: frames }, (_, i) => block[i * channels + c] as number));
}

function energy(samples: Float32Array | undefined): number {
  return samples?.reduce((sum, sample) => sum + sample * sample, 0) ?? 0;
}

/** Whether the normalised correlation of two stretches is higher, in size, at some delay than at none. */
function isDelayed(a: Float32Array | undefined, b: Float32Array | undefined, maxDelay: number): boolean {
  if (a === undefined || b === undefined || a.length <= 3 * maxDelay) return false;
  const inner = a.subarray(maxDelay, a.length - maxDelay);
  const innerEnergy = energy(inner);
  const at = (delay: number): number => {
    const other = b.subarray(maxDelay + delay, b.length - maxDelay + delay);
    const scale = Math.sqrt(innerEnergy * energy(other));
    if (scale === 0) return 0;
    let sum = 0;
    for (let i = 0; i < inner.length; i++) sum += (inner[i] as number) * (other[i] as number);
    return sum / scale;
  };
  let best = 0;
  for (let delay = -maxDelay; delay <= maxDelay; delay++) best = Math.max(best, Math.abs(at(delay)));
  return best >= SAME && best > at(0) + MARGIN;
}
