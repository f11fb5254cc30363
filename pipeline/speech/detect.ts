import { bandPowers } from '../band-powers';
import type { SampleRange, TrimOptions } from '../trim';
import { frameRms, loudestOf, trim, trimByRms, TRIM_FRAME_LENGTH, TRIM_HOP_LENGTH } from '../trim';
import { colourChangeDb } from './colour-change';
import { fineSpectrum } from './fine-spectrum';
import { harmonicity } from './harmonicity';
import { longestSoundSeconds } from './longest-sound';
import { modulationDb } from './modulation';

export const SPEECH_TOP_DB = 30;

/** RMS of the loudest frame below which there is nothing to hear: -65 dBFS. */
const MIN_RMS = 10 ** (-65 / 20);
/** The range that is judged has finer edges than the one that is reported: silence beside a beep is no movement. */
const EDGE_FRAME_SECONDS = 0.03;
const EDGE_HOP_SECONDS = 0.005;
const EDGE_CUT_SECONDS = 0.01;

/*
 * What speech is not. The limits leave at most 0.2 % of the recordings of people who spoke without speech; `npm run report
 * -- --only verdicts,negatives` prints how many they refuse of those, and of sounds that nobody spoke. Music of one
 * voice and gliding tones pass, for so do monotonous speakers: the network is there for those.
 */
/** Clicks, ticks, knocks with silence between them: no syllable is as short. */
const MIN_SOUND_SECONDS = 0.06;
/** Steady noise, motors, taps, hum. A word may be a single vowel, so that what is shorter is not judged by it. */
const MIN_MODULATION_DB = 3.5;
const MODULATED_FROM_SECONDS = 0.4;
/** Noise that comes and goes (wind, brushing, knocks): as wide as noise and always of one colour. */
const NOISE_WIDTH = 0.42;
const MIN_COLOUR_CHANGE_DB = 1.8;
/** Tones, whistling, sirens. */
const MIN_WIDTH_HZ = 66;
/** Partials that stand still most of the time, and are few (alarms, telephone keys) or belong to several notes. */
const MAX_STEADY_SHARE = 0.5;
const FEW_PARTIALS_HZ = 150;
const MIN_HARMONICITY = 0.85;

/** Whether a sound, without the silence around it, can be speech. */
function canBeSpeech(samples: Float32Array, sampleRate: number): boolean {
  if (longestSoundSeconds(samples, sampleRate) < MIN_SOUND_SECONDS) return false;
  const powers = bandPowers(samples, sampleRate);
  const isLong = samples.length / sampleRate >= MODULATED_FROM_SECONDS;
  if (isLong && modulationDb(powers) < MIN_MODULATION_DB) return false;
  const { widthHz, width, steadyShare } = fineSpectrum(samples, sampleRate);
  if (width >= NOISE_WIDTH && colourChangeDb(powers) < MIN_COLOUR_CHANGE_DB) return false;
  if (widthHz < MIN_WIDTH_HZ) return false;
  if (steadyShare <= MAX_STEADY_SHARE) return true;
  return widthHz >= FEW_PARTIALS_HZ && harmonicity(samples, sampleRate) >= MIN_HARMONICITY;
}

/** What lies between the first and the last sound, without the edges themselves. */
function withoutEdges(samples: Float32Array, sampleRate: number, topDb: number): Float32Array {
  const frameLength = Math.round(EDGE_FRAME_SECONDS * sampleRate);
  const hopLength = Math.round(EDGE_HOP_SECONDS * sampleRate);
  const { start, end } = trim(samples, { topDb, frameLength, hopLength });
  const cut = Math.round(EDGE_CUT_SECONDS * sampleRate);
  return samples.subarray(start + cut, Math.max(start + cut, end - cut));
}

/** The speech in a recording whose loudest sound is speech, without padding: see `findSpeech`. */
export function detectSpeech(samples: Float32Array, sampleRate: number, options: Partial<TrimOptions> = {}): SampleRange | null {
  const { topDb = SPEECH_TOP_DB, frameLength = TRIM_FRAME_LENGTH, hopLength = TRIM_HOP_LENGTH } = options;
  const rms = frameRms(samples, frameLength, hopLength);
  if (loudestOf(rms) < MIN_RMS) return null;
  const { start, end } = trimByRms(rms, samples.length, topDb, hopLength);
  const inner = withoutEdges(samples.subarray(start, end), sampleRate, topDb);
  return canBeSpeech(inner, sampleRate) ? { start, end } : null;
}
