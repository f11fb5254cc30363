import * as v from 'valibot';
import { finiteNumber, numberBetween, numberFrom, wholeFrom, type Frozen } from '../schema';

export const CALIBRATION_FORMAT = 'pronunciation-calibration';
export const CALIBRATION_VERSION = 1;
/** The most knots of a curve: more than any could need. */
export const MAX_KNOTS = 1000;

/** The messages of a fingerprint that is none, and of a list of knots that is too short or too long. */
export const NO_SHA256 = 'SHA-256';
export const NO_KNOTS = 'knots';

const sha256 = v.pipe(v.string(NO_SHA256), v.regex(/^[0-9a-f]{64}$/, NO_SHA256));

/** A distance and the score that it gets, 0 to 100. */
const knotSchema = v.object({ distance: numberBetween(0, 1e6), score: numberBetween(0, 100) });

/** How well scores agree with ratings; errors in points of the teacher's scale. Null where a correlation can't be
 *  computed. */
const agreementSchema = v.object({
  rmse: numberFrom(0),
  mae: numberFrom(0),
  pearson: v.nullable(finiteNumber),
  spearman: v.nullable(finiteNumber),
});

/** A map from distance to score, fitted to a teacher's ratings: what the command calibrate writes. */
export const calibrationSchema = v.object({
  format: v.literal(CALIBRATION_FORMAT),
  version: v.literal(CALIBRATION_VERSION),
  /** The model whose distances were rated: its name, and its fingerprint, a SHA-256 in hexadecimal. */
  model: v.string(),
  fingerprint: sha256,
  /** Whether the rated scores took in the ear's ratings: then the knots' distances are those that would give as many points. A
   *  file from before there was an ear does not say. */
  ear: v.exactOptional(v.boolean()),
  /** With the ear: what rated, see `models/ear-fingerprint`. A file from before there were several ears does not say. */
  judge: v.exactOptional(sha256),
  /** ISO 8601. */
  created: v.string(),
  /** The teacher's scale: what stands for 0 points, and for 100. `worst` is the larger one where 1 is the best mark. */
  scale: v.object({ worst: numberBetween(-1e9, 1e9), best: numberBetween(-1e9, 1e9) }),
  method: v.picklist(['logistic', 'isotonic']),
  /** How many rated recordings it was fitted to, and of how many speakers; null where nobody said who spoke. */
  ratings: wholeFrom(1),
  speakers: v.nullable(wholeFrom(1)),
  /** Distance rising strictly, score never rising. */
  knots: v.pipe(v.array(knotSchema, NO_KNOTS), v.minLength(2, NO_KNOTS), v.maxLength(MAX_KNOTS, NO_KNOTS)),
  /** By cross-validation. */
  figures: v.looseObject({ before: agreementSchema, after: agreementSchema }),
});

export type Knot = Frozen<v.InferOutput<typeof knotSchema>>;
export type Agreement = Frozen<v.InferOutput<typeof agreementSchema>>;
export type Calibration = Frozen<v.InferOutput<typeof calibrationSchema>>;
