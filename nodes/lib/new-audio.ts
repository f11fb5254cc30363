import type { NodeMessage } from 'node-red';

import type { Facts } from '../../engine/jobs';
import { addAudioFacts, pronunciationOf, type Pronunciation } from './message';

/** What describes audio that the message carried before, and would be wrong of a new one. */
const OF_OLD_AUDIO = ['role', 'level', 'levelNow', 'saturatedShare', 'noise', 'speech', 'words', 'score'];

/**
 * The facts of audio that begins here, from a microphone or a voice. A message that was a recording before (the
 * reference that has just been played starts the microphone) keeps its session, text and whatever its sender put
 * there, but not what was known of the other audio, its role among it. A role on a message that carries no audio is
 * its sender's wish (a teacher's microphone makes references) and stays.
 */
export function addNewAudioFacts(msg: NodeMessage, own: Pronunciation & { readonly role: string }, facts: Facts): void {
  const before = pronunciationOf(msg);
  const role = before.durationMs === undefined ? (before.role ?? own.role) : own.role;
  const kept = Object.entries(before).filter(([name]) => !OF_OLD_AUDIO.includes(name));
  msg.pronunciation = { ...Object.fromEntries(kept), ...own, role };
  addAudioFacts(msg, facts);
}
