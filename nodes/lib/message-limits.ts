import type { NodeMessage } from 'node-red';

import { phrase } from '../../base/errors';
import type { Word } from '../../pipeline/types';
import { pronunciationOf } from './message';
import { badSetting } from './settings';

/** A session is a key that is kept: a name, not a document. Characters. */
export const MAX_SESSION = 200;
/** The longest text that is spoken has 2,000 characters, so at most half as many words. */
export const MAX_WORDS = 1000;

/** The session of a message; a number does as well. @throws PronError PRON_BAD_SETTING where it is too long */
export function sessionOf(msg: NodeMessage): string {
  const { session } = pronunciationOf(msg) as Readonly<Record<string, unknown>>;
  if (typeof session === 'number') return String(session);
  if (typeof session !== 'string' || session === '') return 'default';
  if (session.length <= MAX_SESSION) return session;
  throw badSetting('msg.pronunciation.session', session, phrase('atMostCharacters', { max: MAX_SESSION }));
}

/** The words of a message as they came, undefined where there is no list. @throws PronError PRON_BAD_SETTING where they are too many */
export function listedWords(msg: NodeMessage): readonly Word[] | undefined {
  const { words } = pronunciationOf(msg);
  if (!Array.isArray(words)) return undefined;
  if (words.length <= MAX_WORDS) return words as readonly Word[]; // read with care, as all that senders put there
  throw badSetting('msg.pronunciation.words', words, phrase('atMostWords', { max: MAX_WORDS }));
}
