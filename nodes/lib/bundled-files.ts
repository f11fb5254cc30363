import { join } from 'node:path';

import type { NodeAPI } from 'node-red';

import { packageRoot } from '../../base/package-root';
import { PHONES_VARIABLE } from '../../models/own-phones';
import { USER_MODELS, USER_PHONES } from '../../models/user-folders';

/**
 * Sets environment variables for folders that differ between installations, so that a flow can write
 * `${PRONUNCIATION_RECORDINGS}/ko-correct.wav` wherever Node-RED evaluates environment variables. A variable that is already
 * set is not changed.
 *
 * - PRONUNCIATION_RECORDINGS: the folder of the bundled recordings, which can replace a microphone.
 * - PRONUNCIATION_LESSON_RECORDINGS: the folder of the lessons' synthetic recordings.
 * - PRONUNCIATION_SENTENCES: the list of sentences that a teacher edits, in the user directory.
 * - PRONUNCIATION_BUNDLED_SENTENCES: the initial content of that list.
 * - PRONUNCIATION_COLLECTION: a folder in the user directory for collected recordings. Only a flow writes there.
 * - PRONUNCIATION_OWN_MODELS: where a flow writes a model: the folder in which the nodes look for a user's own.
 * - PRONUNCIATION_COMMAND: the command line of this package with its Node.js, for an exec node.
 * - PRONUNCIATION_PHONES: the folder of a school's own phone probe, which the command train-phones writes.
 */
export function nameBundledFiles(RED: NodeAPI): void {
  const practice = join(packageRoot(), 'practice');
  process.env.PRONUNCIATION_RECORDINGS ??= join(practice, 'recordings');
  process.env.PRONUNCIATION_LESSON_RECORDINGS ??= join(practice, 'lessons', 'recordings');
  process.env.PRONUNCIATION_BUNDLED_SENTENCES ??= join(practice, 'sentences.txt');
  const own = RED.settings.userDir ?? '.';
  process.env.PRONUNCIATION_SENTENCES ??= join(own, 'pronunciation-sentences.txt');
  process.env.PRONUNCIATION_COLLECTION ??= join(own, 'pronunciation-recordings');
  process.env.PRONUNCIATION_OWN_MODELS ??= join(own, USER_MODELS);
  process.env.PRONUNCIATION_COMMAND ??= `"${process.execPath}" "${join(packageRoot(), 'bin', 'pronunciation.js')}"`;
  process.env[PHONES_VARIABLE] ??= join(own, USER_PHONES);
}
