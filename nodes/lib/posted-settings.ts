import { phrase } from '../../base/errors';
import type { Fields, Settings } from './fields';
import { badSetting, readSettings } from './settings';

/** The settings that a dialog posts, validated like deployed settings. @throws PronError PRON_BAD_SETTING */
export function postedSettings<F extends Fields>(fields: F, body: unknown): Settings<F> {
  if (typeof body !== 'object' || body === null) throw badSetting('body', body, phrase('postedSettings'));
  return readSettings(fields, body);
}
