import { textField } from '../lib/fields';
import { modelField } from '../lib/model-field';
import { POOL_FIELDS } from '../pool/broker';

/** Settings of pron-worker. */
export const WORKER_FIELDS = {
  ...POOL_FIELDS,
  model: modelField({ group: 'work', icon: 'cube' }),
  /** Shown to learners and teachers; empty for the name of the machine. */
  workerName: textField('', { group: 'work', icon: 'desktop', placeholder: 'hint.workerName' }),
} as const;
