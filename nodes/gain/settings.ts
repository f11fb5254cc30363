import { choiceField, numberField } from '../lib/fields';

/** Settings of pron-gain. */
export const GAIN_FIELDS = {
  /** `change`: by `gainDb`; `rms`, `peak`: until the recording has this level, `targetDb`. */
  mode: choiceField('change', ['change', 'rms', 'peak'], { group: 'level', icon: 'arrows-v' }),
  gainDb: numberField(6, -60, 60, { group: 'level', icon: 'plus', unit: 'dB', used: [{ mode: ['change'] }] }),
  targetDb: numberField(-23, -80, 0, { group: 'level', icon: 'bullseye', unit: 'dBFS', used: [{ mode: ['rms', 'peak'] }] }),
} as const;
