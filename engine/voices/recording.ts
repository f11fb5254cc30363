import { readFile, stat } from 'node:fs/promises';
import { PronError } from '../../pipeline/errors';
import { readWavHeader } from '../../pipeline/wav-header';
import type { SpeakRequest, Speech } from './request';

/** Ten minutes of 24-bit stereo at 192 kHz would be 700 MB; nobody's sentence is. */
const MAX_BYTES = 200_000_000;

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'there is no such file';
  if (error.code === 'EACCES') return 'Node-RED may not read it';
  if (error.code === 'EISDIR') return 'it is a folder';
  return error.message;
}

/**
 * A recording of the teacher's instead of a synthetic voice: the WAV file as it is, any format that the pipeline
 * reads.
 * @throws PronError PRON_TTS_FILE, PRON_NOT_AUDIO, PRON_BAD_WAV
 */
export async function speakRecording(request: SpeakRequest): Promise<Speech> {
  const file = (request.file ?? '').trim();
  const fail = (reason: string): PronError => new PronError('PRON_TTS_FILE', { file: file || '(none)', reason });
  if (file === '') throw fail('no file is named');
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw fail(`it has ${size} bytes, more than ${MAX_BYTES}`);
    const bytes = await readFile(file);
    const { sampleRate } = readWavHeader(bytes);
    return { wav: bytes, sampleRate };
  } catch (error) {
    if (error instanceof PronError) throw error;
    throw fail(reasonOf(error as NodeJS.ErrnoException));
  }
}
