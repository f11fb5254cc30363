import { types } from 'node:util';

import type { NodeMessage } from 'node-red';

import type { AudioResult, Facts } from '../../engine/jobs';
import { describe } from '../../base/describe';
import { PronError } from '../../base/errors';
import type { Level, NoiseMeasure, Span, Word } from '../../pipeline/types';
import { MAX_WAV_BYTES } from '../../pipeline/wav';

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
  readonly [other: string]: unknown;
}

/** The facts on a message; empty where there are none. */
export function pronunciationOf(msg: NodeMessage): Pronunciation {
  const facts = msg.pronunciation;
  const usable = typeof facts === 'object' && facts !== null && !Array.isArray(facts);
  return usable ? (facts as Pronunciation) : {}; // what senders put there is read with care
}

/** Merges `facts` into `msg.pronunciation` and keeps whatever else is there. */
export function addFacts(msg: NodeMessage, facts: Pronunciation): void {
  msg.pronunciation = { ...pronunciationOf(msg), ...facts };
}

/**
 * Merges what an audio stage knows about its audio. The recording is judged as it came in, so `level` and
 * `noise` are those that the first stage measured on its input; every later stage writes `levelNow`, of
 * what it emits. Audio without a role is a learner's.
 * @param out what the stage emits; nothing where it emits the recording as it came
 */
export function addAudioFacts(msg: NodeMessage, facts: Facts, out?: Pick<AudioResult, 'levelNow' | 'saturatedShare'>): void {
  const { role, level, noise } = pronunciationOf(msg);
  addFacts(msg, {
    role: role ?? 'learner',
    sampleRate: facts.sampleRate,
    durationMs: facts.durationMs,
    ...(level === undefined ? { level: facts.level } : { levelNow: out?.levelNow ?? facts.level }),
    ...(out === undefined ? {} : { saturatedShare: out.saturatedShare }),
    ...(noise === undefined ? { noise: facts.noise } : {}),
  });
}

/** The WAV file in a payload. Throws PRON_NOT_AUDIO where it is no bytes at all, PRON_AUDIO_TOO_LARGE;
 *  what the bytes hold is for the decoder to say. */
export function wavOf(msg: NodeMessage): Buffer {
  const bytes = bytesOf(msg.payload);
  if (bytes === undefined) throw new PronError('PRON_NOT_AUDIO', { found: describe(msg.payload) });
  return notTooLarge(bytes);
}

/** @throws PronError PRON_AUDIO_TOO_LARGE, before the bytes go to another process, which copies them */
export function notTooLarge(wav: Buffer): Buffer {
  if (wav.length <= MAX_WAV_BYTES) return wav;
  throw new PronError('PRON_AUDIO_TOO_LARGE', { bytes: wav.length, limit: MAX_WAV_BYTES });
}

/** The bytes in a Buffer or Uint8Array, not copied; undefined for anything else. An array that a Function node made
 *  has another realm's prototype, so that `instanceof` does not know it. */
export function bytesOf(value: unknown): Buffer | undefined {
  return types.isUint8Array(value) ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : undefined;
}

/** A stretch of time moved along with the time axis. @param moved where a time lies now, ms */
export function movedSpan(span: Span, moved: (ms: number) => number): Span {
  return { ...span, startMs: moved(span.startMs), endMs: moved(span.endMs) };
}

/** Words moved along with the time axis; what a sender has put among them that has no times stays as it is.
 *  @param moved where a time lies now, ms */
export function movedWords(words: readonly unknown[], moved: (ms: number) => number): Word[] {
  const all = words.map((word) => (hasNumbers<Span>(word, ['startMs', 'endMs']) ? movedSpan(word, moved) : word));
  return all as Word[]; // or what a sender put there: whoever reads them checks each
}

/** Whether `value` is an object with a finite number under each of the names. */
export function hasNumbers<T>(value: unknown, names: readonly (keyof T & string)[]): value is T {
  if (typeof value !== 'object' || value === null) return false;
  const numbers = value as Readonly<Record<string, unknown>>;
  return names.every((name) => Number.isFinite(numbers[name]));
}

/** `ms`, or the edge of a recording of this duration that it lies beyond. */
export function withinMs(ms: number, durationMs: number): number {
  return Math.min(durationMs, Math.max(0, ms));
}
