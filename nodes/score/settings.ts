import { phrase } from '../../base/errors';
import { textField } from '../lib/fields';
import { modelField } from '../lib/model-field';
import { JUDGING_FIELDS } from './judging-fields';

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
  ...JUDGING_FIELDS,
} as const;
