import type { NodeMessage } from 'node-red';

import { phrase } from '../../base/errors';
import { pronunciationOf } from './facts';
import { badSetting } from './settings';

/** Longest name of a session, in characters. It is stored as a key, so it must be short. */
const MAX_SESSION = 200;

/** The session of a message, a text or a number. @throws PronError PRON_BAD_SETTING if it is too long */
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
