import type { Contour } from '../facts';
import type { LearnerTime } from './learner-times';
import { evenly } from './learner-times';
import { countNuclei } from './nuclei';
import type { Stretch } from './runs';
import { medianPitch, semitonesOf } from './semitones';
import { sentenceEnd, type SentenceEnd } from './sentence-end';
import { findSounds, type Sounds } from './sounds';
import { withSteadyVoice } from './steady-voice';
import type { RateUnit, UnitCounts } from './units';

/** How one of the two speaks. */
export interface Delivery {
  /** Semitones from the speaker's own median, one every `hopMs` on the reference's time axis; null where there is no voice. */
  readonly pitch: readonly (number | null)[];
  /** Hz; null without a voice. */
  readonly medianHz: number | null;
  /** How the pitch moves at the end of the sentence; null where there is too little voice. */
  readonly end: SentenceEnd | null;
  /** Units a second from the first to the last sound, pauses included. */
  readonly rate: number;
  readonly speechMs: number;
  readonly pauses: { readonly count: number; readonly ms: number };
}

/** Melody and pace of both: the content of `msg.pronunciation.prosody`. */
export interface Prosody {
  readonly hopMs: number;
  /** Time of the first value of `pitch` in the reference, ms: the start of its speech. */
  readonly startMs: number;
  /** What `rate` counts: syllables or phones of the text where the ear knows them, else the voiced nuclei of the reference. */
  readonly unit: RateUnit;
  readonly reference: Delivery;
  readonly learner: Delivery;
}

/** Hop of the curves, ms. */
const CURVE_MS = 20;

export interface ProsodyInput {
  readonly reference: Contour;
  readonly learner: Contour;
  /** Undefined where nothing was aligned: then both run evenly. */
  readonly learnerTime: LearnerTime | undefined;
  readonly units: UnitCounts | undefined;
}

/** Undefined where one of them does not speak. */
export function prosodyOf({ learnerTime, units, ...contours }: ProsodyInput): Prosody | undefined {
  const [reference, learner] = [withSteadyVoice(contours.reference), withSteadyVoice(contours.learner)];
  const [model, own] = [findSounds(reference), findSounds(learner)];
  if (model.speech === null || own.speech === null) return undefined;
  const startMs = model.speech.start * reference.hopMs;
  const count = Math.ceil(((model.speech.end - model.speech.start) * reference.hopMs) / CURVE_MS);
  const times = Array.from({ length: count }, (_, i) => startMs + i * CURVE_MS);
  const toLearner = learnerTime ?? evenly(own.speech, model.speech, learner.hopMs, reference.hopMs);
  // Both say the same sentence: the clearer voice tells how many syllables it has.
  const nuclei = Math.max(1, countNuclei(reference, model.speech));
  const { unit, ...counts } = units ?? { unit: 'nucleus' as const, reference: nuclei, learner: nuclei };
  return {
    hopMs: CURVE_MS,
    startMs,
    unit,
    reference: delivery(reference, model, model.speech, times, counts.reference),
    learner: delivery(learner, own, own.speech, times.map(toLearner), counts.learner),
  };
}

function delivery(contour: Contour, { pauses }: Sounds, speech: Stretch, times: readonly (number | null)[], units: number): Delivery {
  const { hz, hopMs } = contour;
  const medianHz = medianPitch(hz);
  const lengthMs = ({ start, end }: Stretch): number => (end - start) * hopMs;
  const speechMs = lengthMs(speech);
  const semitones = semitonesOf(hz, medianHz ?? 1);
  return {
    pitch: times.map((ms) => (ms === null ? null : rounded(semitones[Math.round(ms / hopMs)] ?? null))),
    medianHz,
    end: sentenceEnd(contour, speech),
    rate: rounded((1000 * units) / speechMs),
    speechMs,
    pauses: { count: pauses.length, ms: pauses.reduce((sum, pause) => sum + lengthMs(pause), 0) },
  };
}

/** To a tenth. */
function rounded<Value extends number | null>(value: Value): Value {
  return (value === null ? null : Math.round(10 * value) / 10) as Value;
}
