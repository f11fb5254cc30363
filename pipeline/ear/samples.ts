import { peakOf } from '../level';
import { resample } from '../resample';
import { trim } from '../trim';
import type { Audio } from '../types';

/** What the ear's encoder is given, Hz. */
export const EAR_RATE = 16000;
/** Time that one frame of the encoder stands for, ms. */
export const EAR_FRAME_MS = 20;
/** Silence before the recording, ms: times of the ear are this much later than those of the recording. */
export const EAR_LEAD_MS = 100;
/** After it, ms: the ear hears that the sentence has ended. */
const TAIL_MS = 500;
/** The longest recording that the encoder has positions for, s. */
export const EAR_MOST_SECONDS = 29;

const PEAK = 0.5;
/** Standard deviation of the noise below the speech. Digital silence is nothing that the ear has ever heard. */
const NOISE = 1e-4;

/** Ends this far below the loudest moment are cut off, so that a flow without a vad node hears alike. */
const TRIM_DB = 45;

/** A recording as the ear's encoder wants it. */
export interface EarSamples {
  readonly samples: Float32Array;
  /** Time of the first of them in the recording, ms; negative where the silence before was added. */
  readonly startMs: number;
  /** Of what is left of the recording, ms. */
  readonly speechMs: number;
}

/**
 * Mono, 16 kHz, quiet ends cut off, the peak at half of full scale, with silence around it and a noise floor 74 dB below
 * the peak, the same noise for everybody.
 */
export function earSamples(audio: Audio): EarSamples {
  const heard = audio.sampleRate === EAR_RATE ? audio.samples : resample(audio.samples, audio.sampleRate, EAR_RATE);
  const { start, end } = trim(heard, { topDb: TRIM_DB });
  const kept = heard.subarray(start, end);
  const gain = PEAK / Math.max(NOISE, peakOf(kept));
  const lead = (EAR_LEAD_MS * EAR_RATE) / 1000;
  const samples = floorOfNoise(lead + kept.length + (TAIL_MS * EAR_RATE) / 1000);
  addScaled(samples.subarray(lead), kept, gain);
  return { samples, startMs: (1000 * start) / EAR_RATE - EAR_LEAD_MS, speechMs: (1000 * kept.length) / EAR_RATE };
}

/** What the ear is given where nobody speaks. @param seconds above 0 */
export function earSilence(seconds: number): Float32Array {
  return floorOfNoise(Math.round(seconds * EAR_RATE));
}

/** Uniform noise by a linear congruential generator (Numerical Recipes' constants). */
function floorOfNoise(length: number): Float32Array {
  const width = NOISE * Math.sqrt(12);
  const out = new Float32Array(length);
  let state = 1;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out[i] = (state / 2 ** 32 - 0.5) * width;
  }
  return out;
}

function addScaled(to: Float32Array, from: Float32Array, gain: number): void {
  for (let i = 0; i < from.length; i++) to[i] = (to[i] as number) + gain * (from[i] as number);
}
