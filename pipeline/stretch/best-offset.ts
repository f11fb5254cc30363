/** Hz: the search first looks at this rate only, and then at every sample around what it has found. */
const COARSE_RATE = 8000;

/**
 * Where, within `tolerance` of `wanted`, a recording is most like what lies at `continued`: the place with the largest
 * normalised cross-correlation over `length` samples. Places in samples; outside the recording there is silence.
 */
export function bestOffset(
  samples: Float32Array,
  continued: number,
  wanted: number,
  length: number,
  tolerance: number,
  sampleRate: number,
): number {
  const step = Math.max(1, Math.round(sampleRate / COARSE_RATE));
  const coarse = search(samples, continued, wanted - tolerance, wanted + tolerance, step, length);
  return step === 1 ? coarse : search(samples, continued, coarse - step, coarse + step, 1, length);
}

/** Looks at every `step`th place and compares every `step`th sample. */
function search(samples: Float32Array, continued: number, first: number, last: number, step: number, length: number): number {
  // In silence every place is as good: the middle one keeps the pace.
  let best = Math.round((first + last) / 2);
  let bestLikeness = 0;
  for (let place = first; place <= last; place += step) {
    const from = Math.max(0, -continued, -place);
    const to = Math.min(length, samples.length - continued, samples.length - place);
    let product = 0;
    let energy = 1e-9;
    for (let n = from; n < to; n += step) {
      const sample = samples[place + n] as number;
      product += sample * (samples[continued + n] as number);
      energy += sample * sample;
    }
    const likeness = product / Math.sqrt(energy);
    if (likeness > bestLikeness) {
      best = place;
      bestLikeness = likeness;
    }
  }
  return best;
}
