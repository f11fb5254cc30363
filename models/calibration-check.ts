import {
  CALIBRATION_FORMAT, CALIBRATION_METHODS, CALIBRATION_VERSION, type Calibration, type Knot,
} from '../pipeline/siamese/calibration';
import { shown } from '../base/describe';
import { phrase, PronError, type Phrase } from '../base/errors';
import { faultIn, isObject, number, oneOf, orNull, text, whole, type Rule, type Rules } from './rules';

/** The longest list that a curve could need. */
const MAX_KNOTS = 1000;

/** Between two knots: a curve between nearer ones would be too steep for floating point. */
const MIN_STEP = 1e-9;

const sha256: Rule = (value) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? undefined : phrase('noSha256');

const knots: Rule = (value) => {
  if (!Array.isArray(value) || value.length < 2 || value.length > MAX_KNOTS) return phrase('noKnots', { max: MAX_KNOTS });
  const isKnot = (knot: unknown): boolean => isObject(knot) && faultIn(knot, KNOT) === undefined;
  if (!value.every(isKnot)) return phrase('brokenKnot');
  const list = value as Knot[]; // each was checked
  const turn = list.find((knot, i) => {
    const before = list[i - 1];
    return before !== undefined && !(knot.distance - before.distance >= MIN_STEP && knot.score <= before.score);
  });
  return turn === undefined ? undefined : phrase('risingKnots', { distance: turn.distance });
};

const KNOT: Rules = { distance: number(0, 1e6), score: number(0, 100) };

/** Each key of a calibration with what it must be; keys that are not named here may be anything. */
const RULES: Rules = {
  model: text,
  fingerprint: sha256,
  created: text,
  'scale.worst': number(-1e9, 1e9),
  'scale.best': number(-1e9, 1e9),
  method: oneOf(...CALIBRATION_METHODS),
  ratings: whole(1),
  speakers: orNull(whole(1)),
  knots,
};

/** Returns `value` as a calibration; throws PRON_CALIBRATION_BROKEN that names the first key that is wrong. */
export function checkCalibration(value: unknown, file: string): Calibration {
  const broken = (reason: Phrase): PronError => new PronError('PRON_CALIBRATION_BROKEN', { file, reason });
  if (!isObject(value) || value['format'] !== CALIBRATION_FORMAT) throw broken(phrase('noCalibration'));
  if (value['version'] !== CALIBRATION_VERSION) {
    throw broken(phrase('calibrationVersion', { version: shown(value['version']), known: CALIBRATION_VERSION }));
  }
  const fault = faultIn(value, RULES);
  if (fault !== undefined) throw broken(phrase('calibrationKey', { ...fault }));
  return value as unknown as Calibration; // every key was checked
}
