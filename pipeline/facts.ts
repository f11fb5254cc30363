import * as v from 'valibot';
import { ADVICE } from './ear/contrasts/groups';
import { lightOf } from './noise-light';

/*
 * The facts of `msg.pronunciation` that are measured: one schema each, from which check and type come. A sender may have put
 * anything there, so what is read is what the schema names and nothing else.
 */

/** What became of an expected word. */
export const WORD_ERRORS = ['none', 'mispronunciation', 'omission'] as const;

const finite = v.pipe(v.number(), v.finite());

/** Level of a recording: dBFS, and the fraction of samples at full scale. */
export const LEVEL = v.pipe(v.object({ peakDb: finite, rmsDb: finite, clippedShare: finite }), v.readonly());

/** Signal-to-noise ratio estimated from loud and quiet frames, and its traffic light, which always fits the ratio. */
export const NOISE = v.pipe(
  v.object({ snrDb: finite }),
  v.transform(({ snrDb }) => ({ snrDb, light: lightOf(snrDb) })),
  v.readonly(),
);

/** A stretch of time, milliseconds from the start of the recording. */
export const SPAN = v.pipe(v.object({ startMs: finite, endMs: finite }), v.readonly());

export const WORD = v.pipe(v.object({ text: v.string(), startMs: finite, endMs: finite }), v.readonly());

/** Where speech is, null where there is none. A stretch without length can't be used. */
const SPEECH = v.nullable(v.pipe(SPAN, v.check(({ startMs, endMs }) => endMs > startMs)));

const HEARD_WORD = v.object({
  ...WORD.entries,
  error: v.picklist(WORD_ERRORS),
  /** 0 to 100, as those of the syllables; where the ear has a judge. */
  score: v.optional(finite),
  /** Where the ear knows the language's. */
  syllables: v.optional(v.pipe(v.array(v.object({ ...WORD.entries, score: finite })), v.readonly())),
  /** The word that it sounded like. */
  heardAs: v.optional(v.string()),
  /** It was said in another order. */
  moved: v.optional(v.boolean()),
});

/** A sound that was said as another one. */
const HINT = v.object({ expected: v.string(), said: v.string(), contrast: v.picklist(ADVICE), confidence: finite });

/** What a hear node has heard, as far as it changes a score. */
export const HEARD_CHANGES = v.pipe(
  v.object({
    /** Share of the expected words that were said; null where none were expected. */
    completeness: v.nullable(finite),
    words: v.pipe(v.array(HEARD_WORD), v.readonly()),
    insertions: v.pipe(v.array(v.object({ text: v.string() })), v.readonly()),
    /** As experts would rate it, 0 to 100; where the ear has a judge. */
    rating: v.optional(v.pipe(v.object({ total: finite, elsewhere: v.optional(v.boolean()) }), v.readonly())),
    /** Which ear it was: a fingerprint. */
    judge: v.optional(v.string()),
    /** Whether the ear understood the speaker. */
    sure: v.optional(v.boolean()),
    /** Where the ear knows the language's. */
    phones: v.optional(v.pipe(v.array(v.object({ word: finite })), v.readonly())),
    hints: v.optional(v.pipe(v.array(HINT), v.readonly())),
  }),
  v.readonly(),
);

/** Two minutes, the longest recording that is compared, at the shortest hop. */
const MOST_MOMENTS = 12_001;

const moments = <const Schema extends v.GenericSchema>(schema: Schema) => v.pipe(v.array(schema), v.maxLength(MOST_MOMENTS), v.readonly());

/** Pitch and level of a recording over time: value i is that around i * hopMs. */
export const CONTOUR = v.pipe(
  v.object({
    hopMs: v.pipe(finite, v.minValue(10), v.maxValue(20)),
    /** Null where there is no voice. */
    hz: moments(v.nullable(v.pipe(finite, v.gtValue(0)))),
    /** dBFS. */
    db: moments(finite),
  }),
  v.check(({ hz, db }) => hz.length === db.length),
  v.readonly(),
);

/** An ill-formed fact is one that is not there. */
const ifUsable = <const Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined);

/** What a job of the engine may know of a recording, so that it need not measure it, and what the verdict judges. */
export const KNOWN_FACTS = v.pipe(
  v.object({ level: ifUsable(LEVEL), noise: ifUsable(NOISE), speech: ifUsable(SPEECH), heard: ifUsable(HEARD_CHANGES) }),
  v.readonly(),
);

export type Level = v.InferOutput<typeof LEVEL>;
export type NoiseMeasure = v.InferOutput<typeof NOISE>;
export type Span = v.InferOutput<typeof SPAN>;
export type Word = v.InferOutput<typeof WORD>;
export type HeardChanges = v.InferOutput<typeof HEARD_CHANGES>;
export type Contour = v.InferOutput<typeof CONTOUR>;
export type KnownFacts = v.InferOutput<typeof KNOWN_FACTS>;
