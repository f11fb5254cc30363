import { integerField, numberField } from '../lib/fields';

/** Settings of pron-vad. */
export const VAD_FIELDS = {
  /** A frame is silent if it is this far below the loudest one. */
  topDb: numberField(30, 1, 100, { group: 'silence', icon: 'volume-down', unit: 'unit.belowPeak' }),
  frameLength: integerField(2048, 64, 16384, { group: 'silence', icon: 'window-maximize', unit: 'unit.samples' }),
  hopLength: integerField(512, 16, 16384, { group: 'silence', icon: 'arrow-right', unit: 'unit.samples' }),
  /** Kept before and after the speech. */
  padBeforeMs: integerField(100, 0, 5000, { group: 'cut', icon: 'step-backward', unit: 'ms' }),
  padAfterMs: integerField(100, 0, 5000, { group: 'cut', icon: 'step-forward', unit: 'ms' }),
} as const;
