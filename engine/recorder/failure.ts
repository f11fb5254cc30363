import { phrase, PronError } from '../../pipeline/errors';
import { lastWords, openFault } from '../alsa/fault';

/**
 * Why arecord ended by itself.
 * @param stderr all that it wrote there
 * @param code its exit code, or the signal's name
 * @param recordedMs audio that had arrived: more than none means that the microphone worked and was lost
 */
export function failureOf(device: string, stderr: string, code: string, recordedMs: number): PronError {
  const reason = lastWords(stderr, 'arecord') || phrase('arecordEnded', { code });
  if (recordedMs > 0) {
    return new PronError('PRON_MIC_LOST', { device, reason, seconds: (recordedMs / 1000).toFixed(1) });
  }
  const fault = openFault(stderr);
  if (fault !== undefined) return new PronError(`PRON_MIC_${fault}`, { device });
  return new PronError('PRON_MIC_FAILED', { device, reason });
}

/** A child that could not be started at all. */
export function spawnFailureOf(device: string, error: NodeJS.ErrnoException): PronError {
  if (error.code === 'ENOENT' || error.code === 'EACCES') return new PronError('PRON_MIC_PROGRAM');
  return new PronError('PRON_MIC_FAILED', { device, reason: error.message });
}
