import { MAX_RATIO, MIN_RATIO } from '../../../pipeline/stretch';
import { choiceField, integerField, numberField, type Settings } from '../settings';

/** Settings of pron-time. */
export const TIME_FIELDS = {
  /** `reference`: until the speech is as long as that of the session's reference; `length`: as `lengthMs`;
   *  `ratio`: by `ratio`. */
  mode: choiceField('reference', ['reference', 'length', 'ratio']),
  /** Of the speech, ms. */
  lengthMs: integerField(2000, 100, 60000),
  /** Length after by length before: above 1 is slower. */
  ratio: numberField(1.3, MIN_RATIO, MAX_RATIO),
  /** How long a learner's recording waits for the reference, s. */
  waitSeconds: numberField(30, 0, 3600),
  /** How many references are kept. */
  sessions: integerField(50, 1, 1000),
} as const;

export type TimeSettings = Settings<typeof TIME_FIELDS>;
