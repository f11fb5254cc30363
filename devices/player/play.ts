import { phrase, PronError } from '../../base/errors';
import { describeEnd, isMissing, ProcessError, runProcess, type ProcessEnd } from '../../base/run-process';
import { alsaDevices, type AlsaDevice } from '../alsa/devices';
import { lastComplaint, openFault } from '../alsa/fault';

/** What is to be heard, and where. */
export interface PlayOptions {
  /** An ALSA device: `default`, `plughw:CARD=NAME,DEV=0`. */
  readonly device: string;
  /** 16-bit little-endian mono. */
  readonly pcm: Uint8Array;
  /** Hz. */
  readonly sampleRate: number;
  /** Beyond its own length a recording may take this long. */
  readonly graceMs?: number;
}

export interface Playback {
  /** Ends it at once; `done` resolves to false. */
  stop(): void;
  /** Settles when the program has ended: true when all has been played. */
  readonly done: Promise<boolean>;
}

const GRACE_MS = 5000;

/**
 * Plays a recording with aplay.
 * @throws PronError (through `done`) PRON_PLAY_*
 */
export function play({ device, pcm, sampleRate, graceMs = GRACE_MS }: PlayOptions): Playback {
  const format = ['-t', 'raw', '-f', 'S16_LE', '-c', '1', '-r', String(sampleRate)];
  const timeoutMs = (pcm.byteLength / 2 / sampleRate) * 1000 + graceMs;
  const run = runProcess('aplay', ['-D', device, ...format], { input: pcm, timeoutMs, env: { LC_ALL: 'C' } });
  let isStopped = false;

  async function played(): Promise<boolean> {
    const end = await run.ended;
    if (end.how === 'exited' && (isStopped || end.code === 0)) return !isStopped;
    if (end.how === 'timeout') throw new PronError('PRON_PLAY_TIMEOUT', { device, seconds: Math.round(timeoutMs / 1000) });
    throw faultOf(device, end);
  }
  return {
    stop: () => {
      isStopped = true;
      run.stop();
    },
    done: played(),
  };
}

/** The loudspeakers that aplay knows. @throws PronError PRON_PLAY_PROGRAM, PRON_PLAY_FAILED */
export async function listLoudspeakers(): Promise<AlsaDevice[]> {
  try {
    return await alsaDevices('aplay');
  } catch (error) {
    throw error instanceof ProcessError ? faultOf('default', error.end) : error;
  }
}

function faultOf(device: string, end: ProcessEnd): PronError {
  if (end.how === 'not-started' && isMissing(end.error)) return new PronError('PRON_PLAY_PROGRAM');
  if (end.how === 'not-started') return new PronError('PRON_PLAY_FAILED', { device, reason: end.error.message });
  const fault = openFault(end.stderr);
  if (fault !== undefined) return new PronError(`PRON_PLAY_${fault}`, { device });
  const reason = lastComplaint(end.stderr) || phrase('aplayEnded', { code: describeEnd(end) });
  return new PronError('PRON_PLAY_FAILED', { device, reason });
}
