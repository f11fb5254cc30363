import type { HeardChanges } from '../facts';
import type { VerdictLimits } from '../model-manifest';
import { isNothingButNoise } from '../snr';
import { isSpoken } from './speaking';
import { isIncomplete, isPartOf, sameness } from './sameness';
import type { Level, NoiseMeasure, Span } from '../types';

/** In the order in which a list of them is shown. */
export const VERDICTS = ['scored', 'wrong-sentence', 'incomplete', 'no-speech', 'too-quiet', 'clipped', 'too-noisy'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** What is known about the learner's recording; what is undefined is not judged. */
export interface VerdictFacts {
  readonly level?: Level | undefined;
  readonly noise?: NoiseMeasure | undefined;
  /** From a vad node; null where it found none. */
  readonly speech?: Span | null | undefined;
  /** Whether the mel-spectrogram holds enough frames for a sound. */
  readonly speechFound?: boolean | undefined;
  /** Log odds that anybody speaks, where the model tells. */
  readonly speechOdds?: number | undefined;
  /** What the model says about another sentence. */
  readonly mismatch?: number | undefined;
  /** From a hear node. */
  readonly heard?: HeardChanges | undefined;
}

/** A peak at or below this many dBFS is digital silence or the last bit's noise. */
const SILENCE_PEAK_DB = -90;

/**
 * The first thing that is wrong with a recording, or `scored`. A similarity network gives a number for
 * anything, so a recording that can't be judged must be refused before its number is shown. The order is
 * the order of repair: speak, speak up, step back, find a quiet room, read the right sentence.
 */
export function verdictOf(facts: VerdictFacts, limits: VerdictLimits): Verdict {
  const { level, noise, speech, speechFound, speechOdds, mismatch, heard } = facts;
  const silent = level !== undefined && level.peakDb <= SILENCE_PEAK_DB;
  const onlyNoise = noise !== undefined && isNothingButNoise(noise);
  if (speech === null || speechFound === false || silent || onlyNoise) return 'no-speech';
  if (level !== undefined && level.rmsDb < limits.minRmsDb) return 'too-quiet';
  if (level !== undefined && level.clippedShare > limits.maxClippedShare) return 'clipped';
  if (noise !== undefined && noise.snrDb < limits.minSnrDb) return 'too-noisy';
  if (!isSpoken(speechOdds, heard, limits)) return 'no-speech';
  if (sameness(mismatch ?? -Infinity, heard, limits) < 0) return isPartOf(heard) ? 'incomplete' : 'wrong-sentence';
  if (isIncomplete(mismatch, heard, limits)) return 'incomplete';
  return 'scored';
}
