import type { NodeMessage } from 'node-red';
import * as v from 'valibot';

import type { HearResult } from '../../engine/jobs';
import type { Spoken } from '../../language/spoken';
import type { Prosody } from '../../pipeline/prosody/prosody';
import { CONTOUR, KNOWN_FACTS, type Contour, type KnownFacts, type Level, type NoiseMeasure, type Span, type Word } from '../../pipeline/facts';

/** Identifies the recording that the facts of a message describe: see nodes/lib/recording.ts. */
export const RECORDING_MARK = v.pipe(
  v.object({
    /** Fingerprints of the payloads that stages have sent for this recording, the newest last. */
    ids: v.pipe(v.array(v.string()), v.readonly()),
    /** The recording's role in the newest payload. */
    role: v.optional(v.string()),
  }),
  v.readonly(),
);

export type RecordingMark = v.InferOutput<typeof RECORDING_MARK>;

/** A recording among a voice's recordings of one text. */
export interface TakePlace {
  /** 1 is the one that the learner hears. The others are only compared with. */
  readonly number: number;
  readonly of: number;
}

/** `msg.pronunciation`: the facts in a message. Each stage adds its own; a sender may add others. */
export interface Pronunciation {
  readonly role?: string;
  readonly session?: string;
  readonly text?: string;
  readonly language?: string;
  readonly words?: readonly Word[];
  /** A name of the voice that speaks. */
  readonly voice?: string;
  /** Which of the voice's takes of the text it is, where several are compared with. */
  readonly take?: TakePlace;
  /** What a voice says for each written word. */
  readonly spoken?: Spoken;
  readonly sampleRate?: number;
  readonly durationMs?: number;
  /** Level of the original recording: set by the first stage, and not changed later. */
  readonly level?: Level;
  /** Level of the current audio: set by every later stage. */
  readonly levelNow?: Level;
  /** Fraction of samples that did not fit into 16 bits in the newest stage. */
  readonly saturatedShare?: number;
  /** Noise of the recording before any gating. */
  readonly noise?: NoiseMeasure;
  /** From a vad node; null if it found no speech. */
  readonly speech?: Span | null;
  /** From a hear node. */
  readonly heard?: HearResult['heard'];
  /** From a mel node. */
  readonly contour?: Contour;
  /** From a score node. */
  readonly prosody?: Prosody;
  /** From a remote node: who has scored the recording. */
  readonly pool?: object;
  /** Identifies the recording that the facts describe. */
  readonly recording?: RecordingMark;
  readonly [other: string]: unknown;
}

/** The facts in a message, not validated: a sender may have put anything there. Empty if there are none. */
export function pronunciationOf(msg: NodeMessage): Readonly<Record<string, unknown>> {
  const facts = msg.pronunciation;
  return isPlainObject(facts) ? facts : {};
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Merges `facts` into `msg.pronunciation` and keeps its other properties. */
export function addFacts(msg: NodeMessage, facts: Pronunciation): void {
  msg.pronunciation = { ...pronunciationOf(msg), ...facts };
}

/** The validated facts about the recording. Ill-formed facts are ignored. */
export function knownFacts(msg: NodeMessage): KnownFacts {
  return v.parse(KNOWN_FACTS, pronunciationOf(msg));
}

/** Pitch and level of the recording over time; undefined where no mel node has measured them, or they are ill-formed. */
export function contourOf(msg: NodeMessage): Contour | undefined {
  const { success, output } = v.safeParse(CONTOUR, pronunciationOf(msg)['contour']);
  return success ? output : undefined;
}
