import { PLAIN_DEVICE } from '../../devices/alsa/device-name';
import { phrase } from '../../base/errors';
import { textField } from './settings';

/** An ALSA name: `default`, `plughw:CARD=NAME,DEV=0`. */
export const deviceField = () => textField('default', PLAIN_DEVICE, phrase('aPlainDeviceName'));
