import { choiceField, numberField, usedWhere } from '../lib/settings';

/** Settings of pron-gain. */
export const GAIN_FIELDS = {
  /** `change`: by `gainDb`; `rms`, `peak`: until the recording has this level, `targetDb`. */
  mode: choiceField('change', ['change', 'rms', 'peak']),
  /** dB. */
  gainDb: usedWhere(numberField(6, -60, 60), { mode: ['change'] }),
  /** dBFS. */
  targetDb: usedWhere(numberField(-23, -80, 0), { mode: ['rms', 'peak'] }),
} as const;
