import { integerField, numberField } from '../lib/settings';

/** Settings of pron-vad. */
export const VAD_FIELDS = {
  /** A frame this many dB below the loudest one is silence. */
  topDb: numberField(30, 1, 100),
  /** Samples. */
  frameLength: integerField(2048, 64, 16384),
  /** Samples. */
  hopLength: integerField(512, 16, 16384),
  /** Kept before and after the speech, ms. */
  padBeforeMs: integerField(100, 0, 5000),
  padAfterMs: integerField(100, 0, 5000),
} as const;
