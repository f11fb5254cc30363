import { phrase } from '../../base/errors';
import { flagField, integerField, textField, type Settings } from '../lib/fields';
import { LANGUAGE_TAG } from '../lib/language';

/** A name or a number of a computer, without a port. */
const HOST = /^[A-Za-z0-9.:_-]{1,253}$/;

/** Settings of pron-wyoming. */
export const WYOMING_FIELDS = {
  /** The network address to listen on. The protocol has no password, so only this computer may ask unless the user says otherwise. */
  host: textField('127.0.0.1', { pattern: HOST, expected: phrase('aHost'), sentence: 'invalid.host', group: 'server', icon: 'lock' }),
  port: integerField(10300, 1, 65535, { group: 'server', icon: 'plug' }),
  connections: integerField(8, 1, 64, { group: 'server', icon: 'exchange' }),
  voices: flagField(true, { group: 'offer', icon: 'bullhorn', unit: 'hint.voices' }),
  ear: flagField(true, { group: 'offer', icon: 'deaf', unit: 'hint.ear' }),
  /** Where a request names none. */
  language: textField('ko', {
    pattern: LANGUAGE_TAG, expected: phrase('aLanguageTag'), sentence: 'invalid.language', group: 'offer', icon: 'globe', narrow: true,
  }),
} as const;

export type WyomingSettings = Settings<typeof WYOMING_FIELDS>;
