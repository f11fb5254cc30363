import { choiceField, numberField } from '../settings';

/** Settings of pron-gain. */
export const GAIN_FIELDS = {
  /** `change`: by `gainDb`; `rms`, `peak`: until the recording has this level, `targetDb`. */
  mode: choiceField('change', ['change', 'rms', 'peak']),
  /** dB. */
  gainDb: numberField(6, -60, 60),
  /** dBFS. */
  targetDb: numberField(-23, -80, 0),
} as const;
