import * as v from 'valibot';

import type { ErrorDetail } from '../../base/errors';
import phrases from '../../locales/en-US/phrases.json';
import { HEARD_CHANGES, LEVEL, NOISE, SPAN, WORD } from '../../pipeline/facts';

/*
 * The messages of a pool. Whoever may write to the broker may send anything, so each side reads only what these schemas name.
 */

/** Largest recording of a message, bytes: one minute of 16-bit mono at 16 kHz. */
export const MAX_MESSAGE_BYTES = 2_000_000;
/** How long a learner waits for an answer, and the broker keeps a request, seconds. */
export const PATIENCE_SECONDS = 30;
/** How often a worker announces itself, ms. */
export const BEAT_MS = 5_000;
/** After how long without an announcement a worker counts as gone, ms: its last will may come later, if its network is gone. */
export const STALE_MS = 3 * BEAT_MS;
/** Most references of a request. */
export const MOST_REFERENCES = 20;
const MOST_WORDS = 1000;

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const finite = v.pipe(v.number(), v.finite());
const amount = v.pipe(finite, v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const ID = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/));

/** Identifies a set of models: only answers of one set can be compared. */
export const SET = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));

/** What goes with a learner's recording. */
export const REQUEST = v.object({
  references: v.pipe(v.array(sha256), v.minLength(1), v.maxLength(MOST_REFERENCES)),
  text: v.optional(text(2000)),
  language: text(100),
  facts: v.object({ level: v.optional(LEVEL), noise: v.optional(NOISE), speech: v.optional(v.nullable(SPAN)) }),
  pairPicture: v.boolean(),
  /** What the request's expiry was when it was sent: what is missing of it on arrival it has waited. */
  secondsLeft: v.pipe(amount, v.maxValue(PATIENCE_SECONDS)),
});

/** What goes with a reference. */
export const REFERENCE = v.object({
  words: v.pipe(v.array(WORD), v.maxLength(MOST_WORDS)),
  voice: v.optional(text(200)),
  /** Which of its voice's takes it is. */
  take: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  noise: v.optional(NOISE),
});

/** What a worker says of itself. */
export const ANNOUNCEMENT = v.object({
  id: ID,
  name: text(64),
  /** Of this package. */
  version: text(40),
  set: SET,
  /** Fingerprints of what computes the points, by its name. */
  models: v.record(text(80), v.nullable(text(80))),
  languages: v.pipe(v.array(text(40)), v.maxLength(200)),
  backend: v.nullable(v.picklist(['native', 'wasm'])),
  /** Of the newest utterances; null before the first. */
  medianMs: v.nullable(amount),
  /** How long the newest requests have waited in the broker. */
  waitMs: amount,
  /** Requests that it has and has not answered. */
  queue: amount,
});

/** What fills a place in a sentence of base/errors.ts. */
const DETAIL: v.GenericSchema<unknown, ErrorDetail> = v.lazy(() => v.union([text(2000), finite, PHRASE, v.array(PHRASE)]));
const PHRASE = v.object({
  phrase: v.custom<keyof typeof phrases>((key) => typeof key === 'string' && Object.hasOwn(phrases, key)),
  details: v.record(text(60), DETAIL),
});

const GRADED = v.looseObject({ text: v.string(), startMs: finite, endMs: finite });

const DETAILS = v.looseObject({
  verdict: v.picklist(['no-speech', 'too-quiet', 'clipped', 'too-noisy', 'wrong-sentence', 'incomplete', 'scored']),
  value: v.nullable(v.pipe(finite, v.minValue(0), v.maxValue(100))),
  calibrated: v.boolean(),
  points: v.nullable(finite),
  siamese: v.nullable(finite),
  distance: v.nullable(finite),
  model: text(200),
  backend: v.picklist(['native', 'wasm']),
  ms: amount,
  frames: v.object({ hopMs: finite, startMs: finite, distance: v.pipe(v.array(finite), v.maxLength(100_000)) }),
  words: v.pipe(v.array(GRADED), v.maxLength(MOST_WORDS)),
  reference: v.nullable(v.object({ place: amount, of: amount, voice: v.optional(v.string()) })),
});

/** A worker's answer. The rest of `details`, `heard` and `prosody` comes from our own engine, and is passed on. */
export const ANSWER = v.variant('kind', [
  v.object({
    kind: v.literal('scored'),
    set: SET,
    worker: ID,
    /** How long the worker computed. */
    ms: amount,
    details: DETAILS,
    facts: v.looseObject({ sampleRate: finite, durationMs: finite, level: LEVEL, noise: NOISE }),
    heard: v.optional(v.pipe(v.looseObject({ text: v.string() }), v.check((heard) => v.is(HEARD_CHANGES, heard)))),
    prosody: v.optional(v.looseObject({})),
    /** PNG, base64. */
    image: v.optional(text(8_000_000)),
  }),
  v.object({ kind: v.literal('failed'), worker: ID, code: text(60), details: v.record(text(60), DETAIL) }),
  /** The worker does not have this reference. */
  v.object({ kind: v.literal('reference'), worker: ID, hash: sha256 }),
]);

export type Request = v.InferOutput<typeof REQUEST>;
export type ReferenceFacts = v.InferOutput<typeof REFERENCE>;
export type Announcement = v.InferOutput<typeof ANNOUNCEMENT>;
export type Answer = v.InferOutput<typeof ANSWER>;

/** The checked value of a JSON text; undefined where it is none, or has another form. */
export function checkedJson<const Schema extends v.GenericSchema>(schema: Schema, json: unknown): v.InferOutput<Schema> | undefined {
  if (typeof json !== 'string' && !Buffer.isBuffer(json)) return undefined;
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(json.toString()));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}
