import { spawn } from 'node:child_process';
import { PronError } from '../../base/errors';
import { failureOf, spawnFailureOf } from './failure';

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
/** aplay needs a few ms to end; one that is stuck in a driver is killed. */
const KILL_MS = 500;
const MAX_STDERR = 4000;

/**
 * Plays a recording with aplay.
 * @throws PronError (through `done`) PRON_PLAY_*
 */
export function play({ device, pcm, sampleRate, graceMs = GRACE_MS }: PlayOptions): Playback {
  const format = ['-t', 'raw', '-f', 'S16_LE', '-c', '1', '-r', String(sampleRate)];
  const child = spawn('aplay', ['-D', device, ...format], {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const limitMs = (pcm.byteLength / 2 / sampleRate) * 1000 + graceMs;
  let stderr = '';
  let stopped = false;
  let failure: PronError | undefined;
  let killTimer: NodeJS.Timeout | undefined;
  const limitTimer = setTimeout(() => {
    failure ??= new PronError('PRON_PLAY_TIMEOUT', { device, seconds: Math.round(limitMs / 1000) });
    child.kill('SIGKILL');
  }, limitMs);

  const done = new Promise<boolean>((resolve, reject) => {
    const settle = (code: number | null, signal: string | null): void => {
      clearTimeout(limitTimer);
      clearTimeout(killTimer);
      if (failure !== undefined) reject(failure);
      else if (stopped || code === 0) resolve(!stopped);
      else reject(failureOf(device, stderr, signal ?? `exit code ${String(code)}`));
    };
    // Before anything else: where there are no file handles left, the child has no streams to listen to.
    child.on('error', (error: NodeJS.ErrnoException) => {
      failure ??= spawnFailureOf(device, error);
      if (child.pid === undefined) settle(null, null);
    });
    child.on('close', settle);
  });

  if ((child.stdin as unknown) !== undefined) {
    // A program that ends early closes its input; why it ended says more.
    child.stdin.on('error', () => undefined);
    child.stdin.end(pcm);
    child.stderr.on('data', (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-MAX_STDERR)));
  }

  return {
    stop: () => {
      stopped = true;
      child.kill('SIGTERM');
      killTimer ??= setTimeout(() => child.kill('SIGKILL'), KILL_MS);
    },
    done,
  };
}
