import { flagField, integerField, numberField } from '../lib/fields';
import { tiersField } from './tiers-field';

/** Settings of every node that pairs learners with references and tells the score. */
export const JUDGING_FIELDS = {
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
