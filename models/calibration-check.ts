import * as v from 'valibot';
import { shown } from '../base/describe';
import { phrase, PronError, type Phrase } from '../base/errors';
import {
  CALIBRATION_FORMAT, CALIBRATION_VERSION, calibrationSchema, type Calibration, type Knot,
} from '../pipeline/siamese/calibration-file';
import { faultIn } from './schema-fault';

/** Between two knots: a curve between nearer ones would be too steep for floating point. */
const MIN_STEP = 1e-9;

/** Any file of ours, of whatever version. */
const headSchema = v.looseObject({ format: v.literal(CALIBRATION_FORMAT), version: v.optional(v.unknown()) });

/** Returns `value` itself as a calibration; throws PRON_CALIBRATION_BROKEN that names the first key that is wrong. */
export function checkCalibration(value: unknown, file: string): Calibration {
  const broken = (reason: Phrase): PronError => new PronError('PRON_CALIBRATION_BROKEN', { file, reason });
  if (!v.is(headSchema, value)) throw broken(phrase('noCalibration'));
  if (value.version !== CALIBRATION_VERSION) {
    throw broken(phrase('calibrationVersion', { version: shown(value.version), known: CALIBRATION_VERSION }));
  }
  if (!v.is(calibrationSchema, value)) throw broken(phrase('calibrationKey', { ...faultIn(calibrationSchema, value) }));
  const rising = risingKnot(value.knots);
  if (rising === undefined) return value;
  throw broken(phrase('calibrationKey', { key: 'knots', fault: phrase('risingKnots', { distance: rising.distance }) }));
}

/** The first knot that does not lie to the right of the one before it and at most as high. */
function risingKnot(knots: readonly Knot[]): Knot | undefined {
  return knots.find((knot, i) => {
    const before = knots[i - 1];
    return before !== undefined && !(knot.distance - before.distance >= MIN_STEP && knot.score <= before.score);
  });
}
