import { bandPowers } from './band-powers';
import type { SampleRange, TrimOptions } from './trim';
import { frameRms, trim, TRIM_FRAME_LENGTH, TRIM_HOP_LENGTH } from './trim';

/** Where speech ends: as for `trim`, and how much of the recording to keep around it. */
export interface SpeechOptions extends Partial<TrimOptions> {
  /** Default 0. */
  readonly padBeforeMs?: number;
  /** Default 0. */
  readonly padAfterMs?: number;
}

export const SPEECH_TOP_DB = 30;

/** RMS of the loudest frame below which there is nothing to hear: -65 dBFS. */
const MIN_RMS = 10 ** (-65 / 20);
/** Power, against the loudest, that counts as nothing: rounding noise must not look modulated. */
const POWER_FLOOR = 1e-5;
/**
 * Deviation of the level over time in the bands that move most, dB. Measured over 32 ms windows averaged to 50 ms:
 * steady noise 1 to 1.5, taps, motors and hum up to 3, beeps up to 4.3; sentences 8 to 15, with noise at 10 dB SNR
 * 6.7 and more, single syllables from 5.
 */
const MIN_MODULATION_DB = 4.5;
/** The range that is judged has finer edges than the one that is reported: silence beside a beep is no movement. */
const EDGE_FRAME_SECONDS = 0.03;
const EDGE_HOP_SECONDS = 0.005;
const EDGE_CUT_SECONDS = 0.01;
const MOVING_BANDS = 7;
/** Fewer frames (under 110 ms) are a click. */
const MIN_FRAMES = 3;

/**
 * How much the level moves over time, dB: the standard deviation per band, averaged over the seven bands of twenty
 * where it is largest. 0 for what is too short to tell.
 */
export function modulationDb(samples: Float32Array, sampleRate: number): number {
  const { data, bands, frames } = bandPowers(samples, sampleRate);
  if (frames < MIN_FRAMES) return 0;
  let loudest = 0;
  for (const power of data) if (power > loudest) loudest = power;
  if (loudest === 0) return 0;
  const deviations = new Float64Array(bands);
  for (let band = 0; band < bands; band++) {
    const row = data.subarray(band * frames, (band + 1) * frames);
    let sum = 0;
    let squares = 0;
    for (let frame = 0; frame < frames; frame++) {
      const level = 10 * Math.log10((row[frame] as number) / loudest + POWER_FLOOR);
      sum += level;
      squares += level * level;
    }
    deviations[band] = Math.sqrt(Math.max(0, squares / frames - (sum / frames) ** 2));
  }
  const moving = deviations.sort().subarray(bands - MOVING_BANDS);
  return moving.reduce((sum, deviation) => sum + deviation, 0) / MOVING_BANDS;
}

/** What lies between the first and the last sound, without the edges themselves. */
function withoutEdges(samples: Float32Array, sampleRate: number, topDb: number): Float32Array {
  const frameLength = Math.round(EDGE_FRAME_SECONDS * sampleRate);
  const hopLength = Math.round(EDGE_HOP_SECONDS * sampleRate);
  const { start, end } = trim(samples, { topDb, frameLength, hopLength });
  const cut = Math.round(EDGE_CUT_SECONDS * sampleRate);
  return samples.subarray(start + cut, Math.max(start + cut, end - cut));
}

/**
 * Finds the speech in a recording: from the first to the last frame within `topDb` of the loudest (as
 * librosa.effects.trim), widened by the padding and cut to the recording; in samples. Null where there is none: the
 * recording is quieter than -65 dBFS throughout, shorter than a syllable, or its level does not move as speech does
 * (digital silence, steady noise, hum, a tone, a click).
 */
export function findSpeech(
  samples: Float32Array,
  sampleRate: number,
  options: SpeechOptions = {},
): SampleRange | null {
  const { topDb = SPEECH_TOP_DB, frameLength = TRIM_FRAME_LENGTH, hopLength = TRIM_HOP_LENGTH } = options;
  const loudest = frameRms(samples, frameLength, hopLength).reduce((most, rms) => Math.max(most, rms), 0);
  if (loudest < MIN_RMS) return null;
  const { start, end } = trim(samples, { topDb, frameLength, hopLength });
  const inner = withoutEdges(samples.subarray(start, end), sampleRate, topDb);
  if (modulationDb(inner, sampleRate) < MIN_MODULATION_DB) return null;
  const before = Math.round(((options.padBeforeMs ?? 0) / 1000) * sampleRate);
  const after = Math.round(((options.padAfterMs ?? 0) / 1000) * sampleRate);
  return { start: Math.max(0, start - before), end: Math.min(samples.length, end + after) };
}
