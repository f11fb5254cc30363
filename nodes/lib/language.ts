import type { NodeMessage } from 'node-red';

import { phrase } from '../../base/errors';
import { pronunciationOf } from './facts';
import { badSetting } from './settings';

/** A BCP 47 tag. The length limit is above that of all tags in use. */
export const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,7}$/;

/** The language that a message names. @throws PronError PRON_BAD_SETTING */
export function namedLanguage(msg: NodeMessage): string | undefined {
  const named = [pronunciationOf(msg)['language'], (msg as { readonly language?: unknown }).language];
  const language = named.find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof language !== 'string') return undefined;
  if (LANGUAGE_TAG.test(language.trim())) return language.trim();
  throw badSetting('msg.language', language, phrase('aLanguageTag'));
}

/** A language tag as JavaScript's functions for texts take it: `ko_KR` becomes `ko-KR`. @throws PronError PRON_BAD_SETTING */
export function hyphenated(language: string): string {
  const tag = language.replaceAll('_', '-');
  try {
    Intl.getCanonicalLocales(tag);
    return tag;
  } catch {
    throw badSetting('language', language, phrase('aLanguageTag'));
  }
}
