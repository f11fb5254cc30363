import { phrase } from '../../base/errors';
import { choiceField, integerField, textField, type Settings } from '../lib/fields';
import { LANGUAGE_TAG } from '../lib/language';

/** Settings of pron-hear. */
export const HEAR_FIELDS = {
  /** `text`: the text of the message or of its session's reference; `none`: whatever is said is written down. */
  expect: choiceField('text', ['text', 'none'], { group: 'words', icon: 'commenting-o' }),
  /** Empty: the language of the message or of its session's reference. */
  language: textField('', {
    pattern: new RegExp(`^$|${LANGUAGE_TAG.source}`), expected: phrase('aLanguageTag'), sentence: 'invalid.language',
    group: 'words', icon: 'globe', placeholder: 'hint.language', piece: 'languages',
  }),
  /** For how many sessions the text and the language of the reference are stored. */
  maxSessions: integerField(50, 1, 1000, { group: 'sessions', icon: 'users' }),
} as const;

export type HearSettings = Settings<typeof HEAR_FIELDS>;
