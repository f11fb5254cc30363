import { strict as assert } from 'node:assert';
import { frameRms, trim } from '../../pipeline/trim';
import { rmsOf, roomNoise } from './room';

export const SAMPLE_RATE = 16000;
/** RMS of the speech, of full scale. */
export const SPEECH_RMS = 10 ** (-23 / 20);
/** No sample is louder, of full scale. */
const MAX_PEAK = 10 ** (-3 / 20);
const QUIET_MS = 200;
const FADE_MS = 10;
const FRAME = { frameLength: 512, hopLength: 128 } as const;
/** What is this far below the loudest frame counts as quiet, dB. */
const QUIET_DB = 28;

const samplesIn = (ms: number): number => Math.round((ms * SAMPLE_RATE) / 1000);

/**
 * The speech in `samples` (mono, 16 kHz) with `QUIET_MS` before and after it, as loud as the other recordings. The quiet is
 * the recording's own. What the file lacks of it is filled with noise as loud as its quietest tenth.
 */
export function clip(samples: Float32Array, seed: number): Float32Array {
  const { start, end } = trim(samples, { topDb: QUIET_DB, ...FRAME });
  assert.ok(end > start, 'There is no speech.');
  const quiet = samplesIn(QUIET_MS);
  const from = Math.max(0, start - quiet);
  const own = samples.slice(from, Math.min(samples.length, end + quiet));
  fadeEnds(own);
  const clipped = roomNoise(end - start + 2 * quiet, SAMPLE_RATE, quietestTenth(samples), seed);
  const at = quiet - (start - from);
  clipped.fill(0, at, at + own.length);
  clipped.set(own, at);
  return atSpeechLevel(clipped, rmsOf(samples.subarray(start, end)));
}

/** Speech of an RMS of `rms` at the level of all recordings; less where a peak would be too loud. */
function atSpeechLevel(samples: Float32Array, rms: number): Float32Array {
  const peak = samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
  const gain = Math.min(SPEECH_RMS / rms, MAX_PEAK / peak);
  return samples.map((sample) => sample * gain);
}

function fadeEnds(samples: Float32Array): void {
  const length = samplesIn(FADE_MS);
  for (let i = 0; i < length; i++) {
    const gain = (i + 0.5) / length;
    samples[i] = (samples[i] ?? 0) * gain;
    samples[samples.length - 1 - i] = (samples[samples.length - 1 - i] ?? 0) * gain;
  }
}

/** RMS of the frame that is louder than a tenth of all. */
function quietestTenth(samples: Float32Array): number {
  const sorted = frameRms(samples, FRAME.frameLength, FRAME.hopLength).sort();
  return sorted[Math.floor(sorted.length / 10)] ?? 0;
}
