import { PLAIN_DEVICE } from '../../devices/alsa/device-name';
import { phrase } from '../../base/errors';
import { textField, type Shown } from './fields';

/** An ALSA name: `default`, `plughw:CARD=NAME,DEV=0`. */
export const deviceField = (shown: Shown) =>
  textField('default', { pattern: PLAIN_DEVICE, expected: phrase('aPlainDeviceName'), sentence: 'invalid.device', ...shown });
