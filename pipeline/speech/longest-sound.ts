import { frameRms, loudestOf } from '../trim';

const FRAME_SECONDS = 0.02;
const HOP_SECONDS = 0.005;
/** Below the loudest frame. */
const PAUSE_DB = 25;

/** Length of the longest stretch without a pause, s; up to one frame too long. */
export function longestSoundSeconds(samples: Float32Array, sampleRate: number): number {
  const hopLength = Math.round(HOP_SECONDS * sampleRate);
  const levels = frameRms(samples, Math.round(FRAME_SECONDS * sampleRate), hopLength);
  const pause = loudestOf(levels) * 10 ** (-PAUSE_DB / 20);
  let run = 0;
  let longest = 0;
  for (const rms of levels) {
    run = rms > pause ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return (longest * hopLength) / sampleRate;
}
