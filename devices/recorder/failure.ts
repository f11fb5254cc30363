import { phrase, PronError, type Phrase } from '../../base/errors';
import { isOpenFaultName, lastWords, openFault } from '../alsa/fault';

/**
 * Why arecord has not recorded anything.
 * @param stderr all that it wrote there
 * @param end its exit code, or the signal's name
 */
export function failureOf(device: string, stderr: string, end: string): PronError {
  const fault = openFault(stderr);
  if (fault !== undefined) return new PronError(`PRON_MIC_${fault}`, { device });
  return new PronError('PRON_MIC_FAILED', { device, reason: reasonOf(stderr, end) });
}

/** The end of a microphone that worked. @param recordedMs audio that is lost with it */
export function lossOf(device: string, stderr: string, end: string, recordedMs: number): PronError {
  return new PronError('PRON_MIC_LOST', {
    device,
    reason: reasonOf(stderr, end),
    seconds: (recordedMs / 1000).toFixed(1),
  });
}

function reasonOf(stderr: string, end: string): string | Phrase {
  return lastWords(stderr, 'arecord') || phrase('arecordEnded', { code: end });
}

/** A child that could not be started at all. */
export function spawnFailureOf(device: string, error: NodeJS.ErrnoException): PronError {
  if (error.code === 'ENOENT' || error.code === 'EACCES') return new PronError('PRON_MIC_PROGRAM');
  return new PronError('PRON_MIC_FAILED', { device, reason: error.message });
}

/** Whether the device could not be opened at all. */
export function isOpenFault({ code }: PronError): boolean {
  return isOpenFaultName(code.replace('PRON_MIC_', ''));
}
