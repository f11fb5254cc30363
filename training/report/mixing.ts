const meanSquare = (samples: Float32Array): number =>
  samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);

/**
 * Mixes speech with noise. If the noise is shorter than the speech, it is repeated.
 * @param snrDb ratio of the mean powers over the whole recording
 * @param place where in the noise to begin, from 0 to 1
 */
export function mixedAt(speech: Float32Array, noise: Float32Array, snrDb: number, place: number): Float32Array {
  const start = Math.floor(place * noise.length);
  const part = speech.map((_, i) => noise[(start + i) % Math.max(1, noise.length)] ?? 0);
  const gain = Math.sqrt(meanSquare(speech) / Math.max(1e-12, meanSquare(part)) / 10 ** (snrDb / 10));
  const mixed = speech.map((sample, i) => sample + gain * (part[i] ?? 0));
  // Scaled down instead of clipped, as with a lower microphone gain in a noisy room.
  const peak = mixed.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1);
  return peak > 1 ? mixed.map((sample) => sample / peak) : mixed;
}
