import type { SpeakRequest } from '../request';
import { findTake } from './find-take';

/**
 * The request that a teacher's voice stands for: the recording of the text, or the built-in voice where there is none.
 * @param folder the teacher's; undefined where nobody has such a voice
 * @throws PronError PRON_VOICE_TABLE
 */
export async function teacherRequest(request: SpeakRequest, folder: string | undefined): Promise<SpeakRequest> {
  const take = folder === undefined ? undefined : await findTake(folder, request.text, request.language);
  if (take === undefined) return { ...request, engine: 'built-in', voice: '' };
  const { path, name, words } = take;
  return { ...request, engine: 'recording', file: path, teacher: name, ...(words && { words }) };
}
