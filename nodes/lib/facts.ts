import type { NodeMessage } from 'node-red';
import * as v from 'valibot';

import { KNOWN_FACTS, type KnownFacts, type Level, type NoiseMeasure, type Span, type Word } from '../../pipeline/facts';

/** Which recording the facts of a message are of: see nodes/lib/recording.ts. */
export const RECORDING_MARK = v.pipe(
  v.object({
    /** Fingerprints of the payloads that stages have sent of it, the newest last. */
    ids: v.pipe(v.array(v.string()), v.readonly()),
    /** The role that it had in the newest. */
    role: v.optional(v.string()),
  }),
  v.readonly(),
);

export type RecordingMark = v.InferOutput<typeof RECORDING_MARK>;

/** `msg.pronunciation`: the facts that travel along. Each stage adds its own; a sender may add others. */
export interface Pronunciation {
  readonly role?: string;
  readonly session?: string;
  readonly text?: string;
  readonly language?: string;
  readonly words?: readonly Word[];
  readonly sampleRate?: number;
  readonly durationMs?: number;
  /** Of the recording as it came in: set by the first stage and kept. */
  readonly level?: Level;
  /** Of the audio as it is now: written by every later stage. */
  readonly levelNow?: Level;
  /** Fraction of samples that did not fit into 16 bits in the newest stage. */
  readonly saturatedShare?: number;
  /** Before any gating. */
  readonly noise?: NoiseMeasure;
  /** From a vad node; null where it found none. */
  readonly speech?: Span | null;
  /** Which recording the facts are of. */
  readonly recording?: RecordingMark;
  readonly [other: string]: unknown;
}

/** The facts on a message as they came; empty where there are none. A sender may have put anything there. */
export function pronunciationOf(msg: NodeMessage): Readonly<Record<string, unknown>> {
  const facts = msg.pronunciation;
  return isPlainObject(facts) ? facts : {};
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Merges `facts` into `msg.pronunciation` and keeps whatever else is there. */
export function addFacts(msg: NodeMessage, facts: Pronunciation): void {
  msg.pronunciation = { ...pronunciationOf(msg), ...facts };
}

/** What is known of the recording. Ill-formed facts are ignored. */
export function knownFacts(msg: NodeMessage): KnownFacts {
  return v.parse(KNOWN_FACTS, pronunciationOf(msg));
}
