import { phrase } from '../../base/errors';
import { DEFAULT_TIERS, type Tier } from '../../pipeline/siamese/score';
import { flagField, integerField, numberField, textField, type OtherField } from '../lib/settings';
import { modelField } from '../mel/settings';

/** Colours of a tier, for LEDs as well as for the status. */
export const TIER_COLOURS = ['green', 'yellow', 'orange', 'red'] as const;

const tiersField: OtherField<readonly Tier[]> = {
  kind: 'other',
  default: DEFAULT_TIERS,
  expected: phrase('aListOfTiers', { colours: TIER_COLOURS.join(', ') }),
  read: readTiers,
};

/** Name of a file in the folder of calibrations: never a path, never hidden. */
const CALIBRATION_NAME = /^$|^[^./\\:\0][^/\\:\0]*\.json$/;

/** Settings of pron-score. */
export const SCORE_FIELDS = {
  model: modelField(),
  /** How long a learner waits for the reference, seconds. */
  waitSeconds: numberField(30, 0, 3600),
  /** How many references are kept. */
  sessions: integerField(50, 1, 1000),
  tiers: tiersField,
  /** The map to a teacher's ratings; empty for none. */
  calibration: textField('', CALIBRATION_NAME, phrase('aCalibrationName')),
  /** Draws both recordings one above the other, into `msg.image`. */
  pairPicture: flagField(false),
} as const;

const MAX_TIERS = 100;

function readTiers(value: unknown): readonly Tier[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_TIERS) return undefined;
  const tiers = value.map(readTier).filter((tier) => tier !== undefined);
  return tiers.length === value.length ? tiers : undefined;
}

function readTier(value: unknown): Tier | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { from, name, colour } = value as Partial<Record<keyof Tier, unknown>>;
  const bound = typeof from === 'string' && from.trim() !== '' ? Number(from) : from;
  if (typeof bound !== 'number' || !(bound >= 0 && bound <= 100)) return undefined;
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  return TIER_COLOURS.some((known) => known === colour) ? { from: bound, name, colour: String(colour) } : undefined;
}
