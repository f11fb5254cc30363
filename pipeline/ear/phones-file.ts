import * as v from 'valibot';
import { numberBetween, numberFrom, wholeFrom, type Frozen } from '../schema';

export const PHONES_FORMAT = 'pronunciation-phones';
export const PHONES_VERSION = 1;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'SHA-256'));

/** Of recordings that a probe has not learned from. */
const figuresSchema = v.object({ phones: wholeFrom(1), right: numberBetween(0, 1), evidence: numberFrom(-1e6) });

/** A phone probe that a school has trained: what the command train-phones writes beside its graph. */
export const phonesFileSchema = v.object({
  format: v.literal(PHONES_FORMAT),
  version: v.literal(PHONES_VERSION),
  language: v.literal('ko'),
  /** The graph beside this file, and its fingerprint. */
  graph: v.literal('phones-ko.onnx'),
  sha256,
  /** Fingerprint of the ear's own graph that it was made from. */
  base: sha256,
  /** ISO 8601. */
  created: v.string(),
  recordings: wholeFrom(1),
  /** 0 where nobody said who speaks. */
  speakers: wholeFrom(0),
  seconds: numberFrom(0),
  /** How many of each phone it has learned from, in the order of the ear's symbols. */
  tokens: v.array(wholeFrom(0)),
  /** What was held out: whole speakers or single recordings; the ear's own probe before, this one after. */
  figures: v.object({ heldOut: v.picklist(['speakers', 'recordings']), before: figuresSchema, after: figuresSchema }),
});

export type PhonesFile = Frozen<v.InferOutput<typeof phonesFileSchema>>;
