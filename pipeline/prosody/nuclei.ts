import type { Contour } from '../facts';
import type { Stretch } from './runs';
import { silenceLevel } from './sounds';

/** The level falls by so much between two syllables, dB. */
const DIP_DB = 2;
/** The level is averaged over so much time, ms. */
const SMOOTH_MS = 20;

/**
 * How many voiced nuclei of syllables there are: peaks of the level that have a pitch and a dip before them (de Jong & Wempe 2009,
 * Praat script to detect syllable nuclei and measure speech rate automatically).
 */
export function countNuclei(contour: Contour, { start, end }: Stretch): number {
  const { hz, hopMs } = contour;
  const least = silenceLevel(contour);
  const level = smoothed(contour.db, Math.max(0, Math.round(SMOOTH_MS / hopMs / 2)));
  let count = 0;
  let isRising = true;
  let extreme = -Infinity;
  let isVoiced = false;
  const countPeak = (): void => {
    if (isVoiced && extreme > least) count++;
  };
  for (let i = start; i < end; i++) {
    const value = level[i] as number;
    if (isRising ? value > extreme : value < extreme) {
      extreme = value;
      isVoiced = hz[i] !== null;
    } else if (Math.abs(value - extreme) >= DIP_DB) {
      if (isRising) countPeak();
      isRising = !isRising;
      extreme = value;
      isVoiced = hz[i] !== null;
    }
  }
  if (isRising) countPeak();
  return count;
}

function smoothed(values: readonly number[], reach: number): Float64Array {
  return Float64Array.from(values, (_, i) => {
    const part = values.slice(Math.max(0, i - reach), i + reach + 1);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}
