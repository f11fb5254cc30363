import { readFile, stat } from 'node:fs/promises';
import { phrase, PronError, type ErrorDetail } from '../../pipeline/errors';
import { readWavHeader } from '../../pipeline/wav-header';
import type { SpeakRequest, Speech } from './request';

/** Ten minutes of 24-bit stereo at 192 kHz would be 700 MB; nobody's sentence is. */
const MAX_BYTES = 200_000_000;

function reasonOf(error: NodeJS.ErrnoException): ErrorDetail {
  if (error.code === 'ENOENT') return phrase('noSuchFile');
  if (error.code === 'EACCES') return phrase('mayNotRead');
  if (error.code === 'EISDIR') return phrase('isFolder');
  return error.message;
}

/**
 * A recording of the teacher's instead of a synthetic voice: the WAV file as it is, any format that the pipeline
 * reads.
 * @throws PronError PRON_TTS_FILE, PRON_NOT_AUDIO, PRON_BAD_WAV
 */
export async function speakRecording(request: SpeakRequest): Promise<Speech> {
  const file = (request.file ?? '').trim();
  const fail = (reason: ErrorDetail): PronError =>
    new PronError('PRON_TTS_FILE', { file: file || phrase('none'), reason });
  if (file === '') throw fail(phrase('noFileNamed'));
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) throw fail(phrase('fileTooLarge', { bytes: size, limit: MAX_BYTES }));
    const bytes = await readFile(file);
    const { sampleRate } = readWavHeader(bytes);
    return { wav: bytes, sampleRate };
  } catch (error) {
    if (error instanceof PronError) throw error;
    throw fail(reasonOf(error as NodeJS.ErrnoException));
  }
}
