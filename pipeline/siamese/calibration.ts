import { monotoneCubic } from './monotone-cubic';

/** A distance and the score that it gets, 0 to 100. */
export interface Knot {
  readonly distance: number;
  readonly score: number;
}

/** How well scores agree with ratings; errors in points of the teacher's scale. Null where a correlation can't be
 *  computed. */
export interface Agreement {
  readonly rmse: number;
  readonly mae: number;
  readonly pearson: number | null;
  readonly spearman: number | null;
}

export const CALIBRATION_FORMAT = 'pronunciation-calibration';
export const CALIBRATION_VERSION = 1;
export const CALIBRATION_METHODS = ['logistic', 'isotonic'] as const;

/** A map from distance to score, fitted to a teacher's ratings: what the command calibrate writes. */
export interface Calibration {
  readonly format: typeof CALIBRATION_FORMAT;
  readonly version: typeof CALIBRATION_VERSION;
  /** The model whose distances were rated: its name, and its fingerprint, a SHA-256 in hexadecimal. */
  readonly model: string;
  readonly fingerprint: string;
  /** ISO 8601. */
  readonly created: string;
  /** The teacher's scale: what stands for 0 points, and for 100. `worst` is the larger one where 1 is the best mark. */
  readonly scale: { readonly worst: number; readonly best: number };
  readonly method: (typeof CALIBRATION_METHODS)[number];
  /** How many rated recordings it was fitted to, and of how many speakers; null where nobody said who spoke. */
  readonly ratings: number;
  readonly speakers: number | null;
  /** Distance rising strictly, score never rising. */
  readonly knots: readonly Knot[];
  /** By cross-validation. */
  readonly figures: { readonly before: Agreement; readonly after: Agreement } & Readonly<Record<string, unknown>>;
}

/** The score of a distance by a calibration's knots: smooth between them, never rising with the distance, 0 to 100. */
export function calibratedScore(knots: readonly Knot[]): (distance: number) => number {
  const curve = monotoneCubic(knots.map(({ distance, score }) => ({ x: distance, y: score })));
  return (distance) => Math.min(100, Math.max(0, curve(distance)));
}
