import { phrase } from '../../base/errors';
import { flagField, integerField, numberField, textField } from '../lib/fields';
import { modelField } from '../lib/model-field';
import { tiersField } from './tiers-field';

/** Name of a file in the folder of calibrations: never a path, never hidden. */
const CALIBRATION_NAME = /^$|^[^./\\:\0][^/\\:\0]*\.json$/;

/** Settings of pron-score. */
export const SCORE_FIELDS = {
  model: modelField({ group: 'model', icon: 'cube', piece: 'models' }),
  /** The file with the map to a teacher's ratings; empty for none. */
  calibration: textField('', {
    pattern: CALIBRATION_NAME, expected: phrase('aCalibrationName'), sentence: 'invalid.calibration',
    group: 'model', icon: 'sliders', placeholder: 'hint.calibration', piece: 'calibrations',
  }),
  /** How long a learner waits for the reference. */
  waitSeconds: numberField(30, 0, 3600, { group: 'sessions', icon: 'clock-o', unit: 's' }),
  /** For how many sessions the reference is stored. */
  maxSessions: integerField(50, 1, 1000, { group: 'sessions', icon: 'users' }),
  /** How many references of the same text are kept for a session. */
  maxReferences: integerField(1, 1, 5, { group: 'sessions', icon: 'files-o' }),
  /** Draws both recordings, one above the other, into `msg.image`. */
  pairPicture: flagField(false, { group: 'outcome', icon: 'picture-o', unit: 'hint.pairPicture' }),
  tiers: tiersField({ group: 'outcome', icon: 'star-half-o', piece: 'tiers' }),
} as const;
