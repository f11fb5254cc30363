import type { Span } from '../../../pipeline/types';

/** Sound fades over so many seconds where it is cut: no click. */
const FADE = 0.005;

/** The sound without a stretch of it. */
export function without(samples: Float32Array, rate: number, { startMs, endMs }: Span): Float32Array {
  return joined([samples.subarray(0, at(startMs, rate)), samples.subarray(at(endMs, rate))], rate);
}

/** The sound with a stretch said again after a pause, both in ms. */
export function saidAgain(samples: Float32Array, rate: number, { startMs, endMs }: Span, pauseMs: number): Float32Array {
  const end = at(endMs, rate);
  const pause = new Float32Array(at(pauseMs, rate));
  return joined([samples.subarray(0, end), pause, samples.subarray(at(startMs, rate), end), samples.subarray(end)], rate);
}

function at(ms: number, rate: number): number {
  return Math.round((ms / 1000) * rate);
}

function joined(parts: readonly Float32Array[], rate: number): Float32Array {
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    const fade = Math.min(Math.round(FADE * rate), part.length >> 1);
    out.set(part, start);
    for (let i = 0; i < fade; i++) {
      const [first, last] = [start + i, start + part.length - 1 - i];
      out[first] = ((out[first] as number) * i) / fade;
      out[last] = ((out[last] as number) * i) / fade;
    }
    start += part.length;
  }
  return out;
}
