
/** A stretch of a recording, seconds. */
export interface Cut {
  readonly samples: Float32Array;
  readonly start: number;
  readonly end: number;
}

/** Over so many seconds one recording fades into the other. */
const FADE = 0.005;

/**
 * A recording in which a stretch is replaced by one of another recording.
 * @param loudness how much louder the inserted sound is made
 */
export function spliced(target: Cut, donor: Cut, rate: number, loudness = 1): Float32Array {
  const fade = Math.round(FADE * rate);
  const [start, end, from, to] = [target.start, target.end, donor.start, donor.end].map((time) => Math.round(time * rate)) as [number, number, number, number];
  const before = target.samples.subarray(0, start);
  const after = target.samples.subarray(Math.min(end, target.samples.length));
  const out = new Float32Array(before.length + (to - from) + after.length);
  out.set(before);
  out.set(donor.samples.subarray(from, to).map((value) => loudness * value), before.length);
  out.set(after, before.length + to - from);
  for (let i = 0; i < fade; i++) {
    const share = (i + 0.5) / fade;
    const [first, last] = [start - fade + i, start + to - from + i];
    if (first >= 0) out[first] = mixed(out[first], loudness * (donor.samples[from - fade + i] ?? 0), share);
    if (last < out.length) out[last] = mixed(loudness * (donor.samples[to + i] ?? 0), out[last], share);
  }
  return out;
}

function mixed(first: number | undefined, second: number | undefined, share: number): number {
  return (1 - share) * (first ?? 0) + share * (second ?? 0);
}

/** Root mean square. */
export function loudnessOf({ samples, start, end }: Cut, rate: number): number {
  const part = samples.subarray(Math.round(start * rate), Math.round(end * rate));
  return Math.sqrt(part.reduce((sum, value) => sum + value * value, 1e-12) / Math.max(1, part.length));
}

