import type { ErrorCode } from '../../pipeline/errors';
import { phrase, PronError } from '../../pipeline/errors';

/** What arecord says (in the C locale) when it can't open a device, by the error number behind it. */
const OPEN_FAILURES: readonly (readonly [RegExp, ErrorCode])[] = [
  [/audio open error: No such file or directory/, 'PRON_MIC_MISSING'],
  [/audio open error: (?:Device or resource busy|Resource temporarily unavailable)/, 'PRON_MIC_BUSY'],
  [/audio open error: (?:Permission denied|Operation not permitted)/, 'PRON_MIC_FORBIDDEN'],
  [/audio open error: No such device/, 'PRON_MIC_UNPLUGGED'],
  [/audio open error: (?:Connection refused|Host is down)/, 'PRON_MIC_NO_SERVER'],
  [/non available|Broken configuration|[Uu]nable to install hw params/, 'PRON_MIC_FORMAT'],
];

/** What arecord says though nothing is wrong. */
const SMALL_TALK = /^(?:Recording raw data|Warning: rate|\s+please, try|overrun!!!)/;

/** The last complaint of arecord, without its own name and line numbers. */
function lastWords(stderr: string): string {
  const line = stderr.trim().split('\n').findLast((text) => !SMALL_TALK.test(text)) ?? '';
  return line.replace(/^arecord: (?:\w+:\d+: )?/, '').trim();
}

/**
 * Why arecord ended by itself.
 * @param stderr all that it wrote there
 * @param code its exit code, or the signal's name
 * @param recordedMs audio that had arrived: more than none means that the microphone worked and was lost
 */
export function failureOf(device: string, stderr: string, code: string, recordedMs: number): PronError {
  const reason = lastWords(stderr) || phrase('arecordEnded', { code });
  if (recordedMs > 0) {
    return new PronError('PRON_MIC_LOST', { device, reason, seconds: (recordedMs / 1000).toFixed(1) });
  }
  const known = OPEN_FAILURES.find(([pattern]) => pattern.test(stderr));
  if (known !== undefined) return new PronError(known[1], { device });
  return new PronError('PRON_MIC_FAILED', { device, reason });
}

/** A child that could not be started at all. */
export function spawnFailureOf(device: string, error: NodeJS.ErrnoException): PronError {
  if (error.code === 'ENOENT' || error.code === 'EACCES') return new PronError('PRON_MIC_PROGRAM');
  return new PronError('PRON_MIC_FAILED', { device, reason: error.message });
}
