import { phrase, PronError } from '../base/errors';
import type { Spoken } from '../language/spoken';
import type { Word } from '../pipeline/types';

export const VOICE_ENGINES = ['built-in', 'espeak-ng', 'piper', 'http', 'wyoming', 'command', 'system', 'recording', 'recordings'] as const;

export type VoiceEngine = (typeof VOICE_ENGINES)[number];

/** Engines that ask a server. */
export const SERVED_ENGINES = ['http', 'wyoming'] as const satisfies readonly VoiceEngine[];

/** Where a voice server is, and the key that it wants; both may be empty. */
export interface VoiceServer {
  readonly address: string;
  readonly key: string;
}

/** What is to be said, and by whom. */
export interface SpeakRequest {
  readonly engine: VoiceEngine;
  readonly text: string;
  /** BCP 47 tag: ko, en, en-GB. */
  readonly language: string;
  /** espeak-ng: a voice of `espeak-ng --voices`, with a variant (`ko+f3`) or a variant alone (`+f3`).
   *  system: a name of the system's. piper: the path of its .onnx file.
   *  http, wyoming: a name that the server knows.
   *  recordings: the teacher's folder. */
  readonly voice?: string;
  /** Words a minute. */
  readonly rate?: number;
  /** 0 to 99, espeak-ng only. */
  readonly pitch?: number;
  /** http: the server's root (`http://127.0.0.1:8880`). wyoming: `host:port`. */
  readonly address?: string;
  /** http: the model that the server takes. */
  readonly model?: string;
  /** http: sent as a bearer token, never part of a message, a log or an error. */
  readonly key?: string;
  /** wyoming: one of the speakers of the voice. */
  readonly speaker?: string;
  /** command: a program and its arguments. Only a setting may hold it, never a message. */
  readonly command?: string;
  /** recording: the path of the WAV. */
  readonly file?: string;
  /** recording: whose it is, and the times of its words, where they are known. */
  readonly teacher?: string;
  readonly words?: readonly Word[];
  /** False if `words` are not needed: with espeak-ng they cost more than the audio. */
  readonly wordTimes?: boolean;
  /** Ends the program that is speaking. */
  readonly signal?: AbortSignal;
}

/** `wav` is 16-bit mono, except from `http`, `command`, `system`, `recording` and `recordings`, which keep the format of their source. */
export interface Speech {
  readonly wav: Buffer;
  readonly sampleRate: number;
  readonly words?: readonly Word[];
  /** What is said for each written word; none for a recording without a text. */
  readonly spoken?: Spoken;
}

/** espeak-ng's own defaults. */
export const DEFAULT_RATE = 175;
export const DEFAULT_PITCH = 50;
/** espeak-ng clamps to these: below 80 and above 450 words a minute it speaks no slower or faster. */
export const RATE_LIMITS = { min: 80, max: 450 } as const;
export const PITCH_LIMITS = { min: 0, max: 99 } as const;

function checkNumber(setting: string, value: number, limits: { min: number; max: number }): number {
  if (Number.isFinite(value) && value >= limits.min && value <= limits.max) return Math.round(value);
  throw new PronError('PRON_BAD_SETTING', {
    setting,
    value: String(value),
    expected: phrase('fromTo', limits),
  });
}

/** @throws PronError PRON_BAD_SETTING */
export function rateOf(request: SpeakRequest): number {
  return checkNumber('rate', request.rate ?? DEFAULT_RATE, RATE_LIMITS);
}

/** @throws PronError PRON_BAD_SETTING */
export function pitchOf(request: SpeakRequest): number {
  return checkNumber('pitch', request.pitch ?? DEFAULT_PITCH, PITCH_LIMITS);
}
