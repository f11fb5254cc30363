import { stat } from 'node:fs/promises';

import { FileFault, findFileIn } from '../../base/files';
import { phrase, PronError } from '../../base/errors';
import { MAX_WAV_BYTES } from '../../pipeline/wav';

/** Folders whose files a message may name if the dialog is empty: the bundled recordings, and those that a flow collects. */
const VARIABLES = ['PRONUNCIATION_RECORDINGS', 'PRONUNCIATION_LESSON_RECORDINGS', 'PRONUNCIATION_COLLECTION'] as const;

/**
 * The file that the engine `recording` reads. A message may come from anybody, so it may choose only a file that the flow's
 * author allows. The dialog names one file, or a folder in which `msg.filename` names one. If the dialog is empty,
 * `msg.filename` may name a file in the folders of `VARIABLES`.
 * @param setting the file or folder in the dialog
 * @param filename of the message, if any
 * @throws PronError PRON_TTS_FILE where the message names a file elsewhere
 */
export async function recordingFile(setting: string, filename: unknown): Promise<string> {
  const own = setting.trim();
  const isFolder = own !== '' && (await stat(own).then((found) => found.isDirectory(), () => false));
  if (own !== '' && !isFolder) return own;
  if (typeof filename !== 'string' || filename.trim() === '') return own;
  const folders = isFolder ? [own] : VARIABLES.flatMap((name) => process.env[name] ?? []);
  return fileInOneOf(folders, filename.trim());
}

async function fileInOneOf(folders: readonly string[], file: string): Promise<string> {
  let isMissing = false;
  for (const folder of folders) {
    try {
      return (await findFileIn(folder, file, MAX_WAV_BYTES)).path;
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      if (error.kind === 'unreadable') throw new PronError('PRON_TTS_FILE', { file, reason: error.reason });
      isMissing ||= error.kind === 'missing';
    }
  }
  const reason = isMissing ? phrase('noSuchFile') : phrase('notForMessages', { folders: folders.join(', ') });
  throw new PronError('PRON_TTS_FILE', { file, reason });
}
