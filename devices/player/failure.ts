import { phrase, PronError } from '../../base/errors';
import { lastWords, openFault } from '../alsa/fault';

/** Why aplay ended by itself. @param stderr all that it wrote there @param end its exit code, or the signal's name */
export function failureOf(device: string, stderr: string, end: string): PronError {
  const fault = openFault(stderr);
  if (fault !== undefined) return new PronError(`PRON_PLAY_${fault}`, { device });
  return new PronError('PRON_PLAY_FAILED', { device, reason: lastWords(stderr, 'aplay') || phrase('aplayEnded', { code: end }) });
}

/** A child that could not be started at all. */
export function spawnFailureOf(device: string, error: NodeJS.ErrnoException): PronError {
  if (error.code === 'ENOENT' || error.code === 'EACCES') return new PronError('PRON_PLAY_PROGRAM');
  return new PronError('PRON_PLAY_FAILED', { device, reason: error.message });
}
