import { flagField } from '../lib/fields';
import { modelField } from '../lib/model-field';
import { POOL_FIELDS } from '../pool/broker';
import { JUDGING_FIELDS } from '../score/judging-fields';

/** Settings of pron-remote. */
export const REMOTE_FIELDS = {
  ...POOL_FIELDS,
  /** Scores on this machine if no worker is there. */
  local: flagField(true, { group: 'alone', icon: 'home', unit: 'hint.local' }),
  model: modelField({ group: 'alone', icon: 'cube', used: [{ local: [true] }] }),
  ...JUDGING_FIELDS,
} as const;
