import { DEFAULT_ENDPOINT, RECORDERS } from '../../devices/recorder';
import { deviceField } from '../lib/device-field';
import { choiceField, flagField, integerField, numberField, type Condition, type Settings } from '../lib/fields';

const FIXED: Condition = { mode: ['fixed'] };
const OPEN_END: Condition = { mode: ['push', 'silence'] };
const SILENCE: Condition = { mode: ['silence'] };

/** Settings of pron-mic. */
export const MIC_FIELDS = {
  /** `push`: from a start to a stop message; `fixed`: `seconds` long; `silence`: until the speaker has finished. */
  mode: choiceField('push', ['push', 'fixed', 'silence'], { group: 'recording', icon: 'hand-pointer-o' }),
  seconds: numberField(3, 0.5, 600, { group: 'recording', icon: 'clock-o', unit: 's', used: [FIXED] }),
  maxSeconds: numberField(15, 1, 600, { group: 'recording', icon: 'hourglass-end', unit: 's', used: [OPEN_END] }),
  /** A pause of this length ends the recording. */
  silenceMs: integerField(DEFAULT_ENDPOINT.silenceMs, 200, 10000, { group: 'end', icon: 'pause', unit: 'ms', used: [SILENCE] }),
  /** Speech is at least this much louder than the background. */
  contrastDb: numberField(DEFAULT_ENDPOINT.contrastDb, 3, 60, {
    group: 'end', icon: 'volume-up', unit: 'unit.aboveBackground', used: [SILENCE],
  }),
  /** Sound below this level is not speech. */
  floorDb: numberField(DEFAULT_ENDPOINT.floorDb, -100, -10, { group: 'end', icon: 'volume-off', unit: 'dBFS', used: [SILENCE] }),
  /** The program that records: `automatic` is arecord on Linux, SoX on macOS and Windows. */
  recorder: choiceField('automatic', RECORDERS, { group: 'device', icon: 'cogs' }),
  device: deviceField({ group: 'device', icon: 'microphone', piece: 'devices' }),
  sampleRate: integerField(16000, 8000, 192000, { group: 'device', icon: 'signal', unit: 'Hz' }),
  /** How much sound from before the start belongs to the recording. Above 0 the microphone is always open. */
  preRollMs: integerField(0, 0, 2000, { group: 'device', icon: 'history', unit: 'unit.preRoll' }),
  /** Switches the microphone on in the mixer and raises a level near zero. */
  lookAfterMixer: flagField(true, { group: 'device', icon: 'sliders', unit: 'hint.lookAfterMixer', followedBy: 'test' }),
} as const;

export type MicSettings = Settings<typeof MIC_FIELDS>;
