import type { SpeakRequest } from '../request';
import { findTakes } from './find-take';

/** More takes of a text are not compared with: each costs as much as the first. */
export const MAX_TAKES = 5;

/**
 * The request that a teacher's voice stands for: the newest recording of the text, or the built-in voice where there is none.
 * @param folder the teacher's; undefined where nobody has such a voice
 * @throws PronError PRON_VOICE_TABLE
 */
export async function teacherRequest(request: SpeakRequest, folder: string | undefined): Promise<SpeakRequest> {
  const [newest] = await teacherRequests(request, folder, 1);
  return newest;
}

/** The same for the newest takes, the newest first. @param most of the takes */
export async function teacherRequests(
  request: SpeakRequest,
  folder: string | undefined,
  most: number,
): Promise<readonly [SpeakRequest, ...SpeakRequest[]]> {
  const takes = folder === undefined ? [] : await findTakes(folder, request.text, request.language, most);
  const [newest, ...older] = takes.map(({ path, name, words }): SpeakRequest =>
    ({ ...request, engine: 'recording', file: path, teacher: name, ...(words && { words }) }));
  return newest === undefined ? [{ ...request, engine: 'built-in', voice: '' }] : [newest, ...older];
}
