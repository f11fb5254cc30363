import { DEFAULT_ENDPOINT, RECORDERS } from '../../devices/recorder';
import { choiceField, flagField, integerField, numberField, usedWhere, type Condition, type Settings } from '../lib/settings';
import { deviceField } from '../lib/device-setting';

const SILENCE: Condition = { mode: ['silence'] };

/** Settings of pron-mic. */
export const MIC_FIELDS = {
  /** `push`: from a start to a stop message; `fixed`: `seconds` long; `silence`: until the speaker has finished. */
  mode: choiceField('push', ['push', 'fixed', 'silence']),
  /** The program that records: `automatic` is arecord on Linux, SoX on macOS and Windows. */
  recorder: choiceField('automatic', RECORDERS),
  device: deviceField(),
  /** Hz. */
  sampleRate: integerField(16000, 8000, 192000),
  /** What was heard this long before the start belongs to the recording, ms; beyond 0 the microphone is always open. */
  preRollMs: integerField(0, 0, 2000),
  /** Length of a recording in the mode `fixed`. */
  seconds: usedWhere(numberField(3, 0.5, 600), { mode: ['fixed'] }),
  /** Longest recording in the other modes. */
  maxSeconds: usedWhere(numberField(15, 1, 600), { mode: ['push', 'silence'] }),
  /** In the mode `silence`: this long without speech ends it. */
  silenceMs: usedWhere(integerField(DEFAULT_ENDPOINT.silenceMs, 200, 10000), SILENCE),
  /** Speech is louder than the background by at least this much, dB. */
  contrastDb: usedWhere(numberField(DEFAULT_ENDPOINT.contrastDb, 3, 60), SILENCE),
  /** Whatever is quieter is no speech, dBFS. */
  floorDb: usedWhere(numberField(DEFAULT_ENDPOINT.floorDb, -100, -10), SILENCE),
  /** Switches the microphone on in the mixer, and raises a level near zero. */
  lookAfterMixer: flagField(true),
} as const;

export type MicSettings = Settings<typeof MIC_FIELDS>;
