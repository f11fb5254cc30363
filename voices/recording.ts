import { phrase, PronError, type ErrorDetail } from '../base/errors';
import { MAX_WAV_BYTES } from '../pipeline/wav';
import { readWavHeader } from '../pipeline/wav-header';
import { FileFault, findFile, readWhole } from '../base/files';
import type { SpeakRequest, Speech } from './request';

/**
 * A teacher's recording instead of a synthetic voice: the WAV file unchanged, in any format that the pipeline reads.
 * @throws PronError PRON_TTS_FILE, PRON_NOT_AUDIO, PRON_BAD_WAV
 */
export async function speakRecording(request: SpeakRequest): Promise<Speech> {
  const file = (request.file ?? '').trim();
  const fail = (reason: ErrorDetail): PronError =>
    new PronError('PRON_TTS_FILE', { file: file || phrase('none'), reason });
  if (file === '') throw fail(phrase('noFileNamed'));
  try {
    const bytes = await readWhole(await findFile(file, MAX_WAV_BYTES));
    const { sampleRate } = readWavHeader(bytes);
    return { wav: bytes, sampleRate };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw fail(error.reason);
  }
}
