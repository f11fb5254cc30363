import { DEFAULT_ENDPOINT } from '../../../engine/recorder';
import { choiceField, integerField, numberField, type Settings } from '../settings';
import { deviceField } from './device';

/** Settings of pron-mic. */
export const MIC_FIELDS = {
  /** `push`: from a start to a stop message; `fixed`: `seconds` long; `silence`: until the speaker has finished. */
  mode: choiceField('push', ['push', 'fixed', 'silence']),
  device: deviceField(),
  /** Hz. */
  sampleRate: integerField(16000, 8000, 192000),
  /** Length of a recording in the mode `fixed`. */
  seconds: numberField(3, 0.5, 600),
  /** Longest recording in the other modes. */
  maxSeconds: numberField(15, 1, 600),
  /** In the mode `silence`: this long without speech ends it. */
  silenceMs: integerField(DEFAULT_ENDPOINT.silenceMs, 200, 10000),
  /** Speech is louder than the background by at least this much, dB. */
  contrastDb: numberField(DEFAULT_ENDPOINT.contrastDb, 3, 60),
  /** Whatever is quieter is no speech, dBFS. */
  floorDb: numberField(DEFAULT_ENDPOINT.floorDb, -100, -10),
} as const;

export type MicSettings = Settings<typeof MIC_FIELDS>;
