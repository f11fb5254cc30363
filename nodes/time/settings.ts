import { MAX_RATIO, MIN_RATIO } from '../../pipeline/stretch';
import { choiceField, integerField, numberField, usedWhere, type Condition, type Settings } from '../lib/settings';

const REFERENCE: Condition = { mode: ['reference'] };

/** Settings of pron-time. */
export const TIME_FIELDS = {
  /** `reference`: until the speech is as long as that of the session's reference; `length`: as `lengthMs`;
   *  `ratio`: by `ratio`. */
  mode: choiceField('reference', ['reference', 'length', 'ratio']),
  /** Of the speech, ms. */
  lengthMs: usedWhere(integerField(2000, 100, 60000), { mode: ['length'] }),
  /** Length after by length before: above 1 is slower. */
  ratio: usedWhere(numberField(1.3, MIN_RATIO, MAX_RATIO), { mode: ['ratio'] }),
  /** How long a learner's recording waits for the reference, s. */
  waitSeconds: usedWhere(numberField(30, 0, 3600), REFERENCE),
  /** How many references are kept. */
  sessions: usedWhere(integerField(50, 1, 1000), REFERENCE),
} as const;

export type TimeSettings = Settings<typeof TIME_FIELDS>;
