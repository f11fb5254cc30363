/** A room's steady hiss: noise that falls by 6 dB an octave above this, as of a fan behind a door. */
const CORNER_HZ = 1000;

/** Uniform numbers from 0 to 1, the same for the same seed (a 32-bit xorshift generator, Marsaglia 2003). */
function generator(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Noise of `length` samples with an RMS of `rms`, the same for the same seed. */
export function roomNoise(length: number, sampleRate: number, rms: number, seed: number): Float32Array {
  const random = generator(seed);
  const noise = new Float32Array(length);
  const keep = Math.exp((-2 * Math.PI * CORNER_HZ) / sampleRate);
  let low = 0;
  for (let i = 0; i < length; i++) {
    // Six uniform numbers add up to something near enough to a normal distribution.
    let white = -3;
    for (let k = 0; k < 6; k++) white += random();
    low = keep * low + (1 - keep) * white;
    noise[i] = low;
  }
  const gain = rms / rmsOf(noise);
  return noise.map((sample) => sample * gain);
}

export function rmsOf(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length));
}
