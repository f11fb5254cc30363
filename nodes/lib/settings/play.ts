import { textField } from '../settings';

/** Settings of pron-play. */
export const PLAY_FIELDS = {
  /** An ALSA name. */
  device: textField('default', /^\S(?:.*\S)?$/, 'the name of a device'),
} as const;
