import type { Contour } from '../facts';
import { runsOf } from './runs';

/** No vowel is as short; what is, is a noise that looks like a voice. */
const LEAST_MS = 40;

/** The contour without voice that is too short to be heard as a pitch. */
export function withSteadyVoice(contour: Contour): Contour {
  const { hz, hopMs } = contour;
  const steady: (number | null)[] = hz.map(() => null);
  for (const { start, end } of runsOf(hz.map((value) => value !== null))) {
    if ((end - start) * hopMs >= LEAST_MS) steady.splice(start, end - start, ...hz.slice(start, end));
  }
  return { ...contour, hz: steady };
}
