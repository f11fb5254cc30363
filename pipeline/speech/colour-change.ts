import type { BandPowers } from '../band-powers';
import { powerRatioDb } from '../decibel';
import { preEmphasisPower } from './pre-emphasis';

/** Frames more than this below the loudest are pauses. */
const PAUSE = 1e-2;
/** Power of a band, against its frame's, that counts as nothing: -30 dB. */
const POWER_FLOOR = 1e-3;

/**
 * How much the colour of a sound changes over time, dB: each frame's band levels against its own total, their
 * standard deviation over the frames that are no pause, averaged over the bands. However the loudness moves, noise
 * that comes and goes keeps its colour, and so does a hum, a chord, a clap; vowels and consonants differ in
 * nothing else.
 */
export function colourChangeDb({ data, bands, frames, centres }: BandPowers): number {
  const gains = centres.map(preEmphasisPower);
  const totals = new Float64Array(frames);
  for (let band = 0; band < bands; band++) {
    const gain = gains[band] as number;
    for (let j = 0; j < frames; j++) totals[j] = (totals[j] as number) + gain * (data[band * frames + j] as number);
  }
  const loudest = totals.reduce((most, total) => Math.max(most, total), 0);
  if (loudest === 0) return 0;
  let deviations = 0;
  for (let band = 0; band < bands; band++) {
    const gain = gains[band] as number;
    let count = 0;
    let sum = 0;
    let squares = 0;
    for (let j = 0; j < frames; j++) {
      const total = totals[j] as number;
      if (total < loudest * PAUSE) continue;
      const level = powerRatioDb((gain * (data[band * frames + j] as number)) / total + POWER_FLOOR);
      count++;
      sum += level;
      squares += level * level;
    }
    deviations += Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
  }
  return deviations / bands;
}
