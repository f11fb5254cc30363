import type { NodeMessage } from 'node-red';

import type { Facts } from '../../engine/jobs';
import { addAudioFacts, pronunciationOf, type Pronunciation } from './message';

/** What describes audio that the message carried before, and would be wrong of a new one. */
const OF_OLD_AUDIO = ['role', 'level', 'levelNow', 'noise', 'speech', 'words', 'score'];

/**
 * The facts of audio that begins here, from a microphone or a voice. A message that was a recording before (the
 * reference that has just been played starts the microphone) keeps its session, text and whatever its sender put
 * there, but not what was measured on the other audio.
 */
export function addNewAudioFacts(msg: NodeMessage, own: Pronunciation & { readonly role: string }, facts: Facts): void {
  const kept = Object.entries(pronunciationOf(msg)).filter(([name]) => !OF_OLD_AUDIO.includes(name));
  msg.pronunciation = { ...Object.fromEntries(kept), ...own };
  addAudioFacts(msg, facts);
}
