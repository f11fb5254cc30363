import { harmonicity } from '../speech/harmonicity';
import { frameRms } from '../trim';

const FRAME_SECONDS = 0.004;
const HOP_SECONDS = 0.001;
/** Below the peak: where the rise begins and ends, and how far a sound must fall to be over. */
const RISE_FROM_DB = 18;
const RISE_TO_DB = 4;
const FALLEN_DB = 10;
/** The lowest voices have their partials above; thumps and puffs of breath have nothing there. */
const VOICE_MIN_HZ = 200;

/** How a sound rises, falls, and whether a voice can have made it. */
export interface Shape {
  readonly riseMs: number;
  /** From the end of the rise until it has fallen by 10 dB for good. */
  readonly fallMs: number;
  /** What a high-pass filter at 200 Hz takes away, dB. */
  readonly lowDb: number;
  /** Takes longer to find out than the rest. */
  readonly harmonicity: () => number;
}

/** @param from,to samples of the sound, a little of what comes before it included */
export function shapeOf(samples: Float32Array, sampleRate: number, from: number, to: number): Shape {
  const sound = samples.slice(from, to);
  const rms = frameRms(sound, Math.round(FRAME_SECONDS * sampleRate), Math.max(1, Math.round(HOP_SECONDS * sampleRate)));
  const peak = rms.reduce((most, value) => Math.max(most, value), 0);
  const below = (db: number): number => peak * 10 ** (-db / 20);
  const risen = Math.max(0, rms.findIndex((value) => value > below(RISE_TO_DB)));
  let rises = risen;
  while (rises > 0 && (rms[rises] as number) > below(RISE_FROM_DB)) rises--;
  const falls = rms.findLastIndex((value) => value > below(FALLEN_DB));
  const ms = 1000 * HOP_SECONDS;
  return {
    riseMs: (risen - rises) * ms,
    fallMs: Math.max(0, falls - risen) * ms,
    lowDb: 10 * Math.log10((energy(sound) + Number.MIN_VALUE) / (energy(highPass(sound, sampleRate)) + Number.MIN_VALUE)),
    harmonicity: () => harmonicity(sound, sampleRate),
  };
}

function energy(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0);
}

/** Second order, Butterworth, at `VOICE_MIN_HZ` (R. Bristow-Johnson, Audio EQ Cookbook). */
function highPass(samples: Float32Array, sampleRate: number): Float32Array {
  const angle = (2 * Math.PI * VOICE_MIN_HZ) / sampleRate;
  const alpha = Math.sin(angle) / Math.SQRT2;
  const a0 = 1 + alpha;
  const b0 = (1 + Math.cos(angle)) / 2 / a0;
  const a1 = (-2 * Math.cos(angle)) / a0;
  const a2 = (1 - alpha) / a0;
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = b0 * (x - 2 * x1 + x2) - a1 * y1 - a2 * y2;
    [x1, x2, y1, y2] = [x, x1, y, y1];
    return y;
  });
}
