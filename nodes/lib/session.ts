import type { NodeMessage } from 'node-red';

import { phrase } from '../../base/errors';
import { pronunciationOf } from './facts';
import { badSetting } from './settings';

/** A session is a key that is kept: a name, not a document. Characters. */
const MAX_SESSION = 200;

/** The session of a message; a number does as well. @throws PronError PRON_BAD_SETTING where it is too long */
export function sessionOf(msg: NodeMessage): string {
  const { session } = pronunciationOf(msg);
  if (typeof session === 'number') return String(session);
  if (typeof session !== 'string' || session === '') return 'default';
  if (session.length <= MAX_SESSION) return session;
  throw badSetting('msg.pronunciation.session', session, phrase('atMostCharacters', { max: MAX_SESSION }));
}

export function isReference(msg: NodeMessage): boolean {
  return pronunciationOf(msg).role === 'reference';
}
