/**
 * A copy of `embedding` (frames x size, row-major) in which each column's mean over time is removed and
 * each frame has length one. A frame that equals the mean stays zero: its cosine with anything is 0.
 */
export function unitFrames(embedding: Float32Array, frames: number, size: number): Float32Array {
  const mean = new Float64Array(size);
  for (let t = 0; t < frames; t++) {
    for (let i = 0; i < size; i++) mean[i] = (mean[i] as number) + (embedding[t * size + i] as number) / frames;
  }
  const out = new Float32Array(frames * size);
  for (let t = 0; t < frames; t++) {
    let energy = 0;
    for (let i = 0; i < size; i++) {
      const value = (embedding[t * size + i] as number) - (mean[i] as number);
      out[t * size + i] = value;
      energy += value * value;
    }
    // Rounding leaves about 1e-7 of the mean behind in a frame that equals it.
    const scale = energy > 1e-12 ? 1 / Math.sqrt(energy) : 0;
    for (let i = 0; i < size; i++) out[t * size + i] = (out[t * size + i] as number) * scale;
  }
  return out;
}
