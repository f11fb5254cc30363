import { MAX_RATIO, MIN_RATIO } from '../../pipeline/stretch';
import { choiceField, integerField, numberField, type Condition, type Settings } from '../lib/fields';

const REFERENCE: Condition = { mode: ['reference'] };

/** Settings of pron-time. */
export const TIME_FIELDS = {
  /** `reference`: until the speech is as long as that of the session's reference; `length`: as `lengthMs`;
   *  `ratio`: by `ratio`. */
  mode: choiceField('reference', ['reference', 'length', 'ratio'], { group: 'length', icon: 'arrows-h' }),
  /** Length of the speech. */
  lengthMs: integerField(2000, 100, 60000, { group: 'length', icon: 'clock-o', unit: 'ms', used: [{ mode: ['length'] }] }),
  /** New length divided by old length: above 1 is slower. */
  ratio: numberField(1.3, MIN_RATIO, MAX_RATIO, { group: 'length', icon: 'expand', unit: 'unit.ratio', used: [{ mode: ['ratio'] }] }),
  /** How long a learner's recording waits for the reference. */
  waitSeconds: numberField(30, 0, 3600, { group: 'reference', icon: 'hourglass-end', unit: 's', used: [REFERENCE] }),
  /** For how many sessions the reference is stored. */
  maxSessions: integerField(50, 1, 1000, { group: 'reference', icon: 'users', used: [REFERENCE] }),
} as const;

export type TimeSettings = Settings<typeof TIME_FIELDS>;
