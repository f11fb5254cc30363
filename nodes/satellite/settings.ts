import { DEFAULT_ENDPOINT } from '../../devices/recorder';
import { integerField, numberField, textField, type Settings } from '../lib/fields';

/** Settings of pron-satellite. */
export const SATELLITE_FIELDS = {
  /** Host and port of the satellite, which waits to be connected to. */
  address: textField('127.0.0.1:10700', { group: 'satellite', icon: 'wifi' }),
  /** A pause of this length ends an utterance. */
  silenceMs: integerField(DEFAULT_ENDPOINT.silenceMs, 200, 10000, { group: 'utterance', icon: 'pause', unit: 'ms' }),
  maxSeconds: numberField(15, 1, 60, { group: 'utterance', icon: 'hourglass-end', unit: 's' }),
} as const;

export type SatelliteSettings = Settings<typeof SATELLITE_FIELDS>;
