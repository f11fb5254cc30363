import { withoutBumps } from '../bumps';
import { amplitudeToDb } from '../decibel';
import type { Contour } from '../facts';
import { frameRms } from '../trim';
import type { Audio } from '../types';
import { PITCH_HOP_MS, pitchOf } from './pitch';

/** Frames of the level, ms: no period of a voice is as long. */
const LEVEL_MS = 30;
const FLOOR_DB = -100;

/** Pitch and level of a recording over time, rounded to a tenth. A bump that is louder than the voice is turned down first. */
export function contourOf({ samples, sampleRate }: Audio): Contour {
  const voice = { samples: withoutBumps(samples, sampleRate), sampleRate };
  const hz = [...pitchOf(voice)].map((value) => (value === 0 ? null : tenth(value)));
  const hop = Math.round((PITCH_HOP_MS * sampleRate) / 1000);
  const rms = frameRms(voice.samples, 2 * Math.round((LEVEL_MS * sampleRate) / 2000), hop);
  return { hopMs: PITCH_HOP_MS, hz, db: hz.map((_, i) => tenth(amplitudeToDb(rms[i] ?? 0, FLOOR_DB))) };
}

function tenth(value: number): number {
  return Math.round(10 * value) / 10;
}
