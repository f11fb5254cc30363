import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';

/**
 * Starts arecord by our own spawn. node-record-lpcm16 was tried: where the process has no file handles left
 * (`ulimit -n 64`, all taken), its constructor throws before it hands out the child, whose `error` event then has no
 * listener and can be given none, and an uncaught `spawn arecord EMFILE` ends Node-RED. It also gives no way to set
 * the locale, and arecord's messages, which tell a busy device from a missing one, are translated.
 *
 * Raw samples, because a WAV header on a pipe says nothing true about lengths. Not quiet, because only then arecord
 * says which rate the device really has. Periods of 25 ms keep short what is lost of the last one when it is stopped.
 * The caller listens to `error` before anything else; the streams may be missing.
 */
export function spawnArecord(device: string, sampleRate: number): ChildProcessWithoutNullStreams {
  const format = ['-t', 'raw', '-f', 'S16_LE', '-c', '1', '-r', String(sampleRate)];
  const periods = ['--buffer-time=500000', '--period-time=25000'];
  return spawn('arecord', ['-D', device, ...format, ...periods], {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** The device's own rate, where arecord warns that it could not have the one asked for. */
export function actualRate(stderr: string, requested: number): number {
  const warning = /rate is not accurate \(requested = \d+Hz, got = (\d+)Hz\)/.exec(stderr);
  return warning?.[1] === undefined ? requested : Number(warning[1]);
}
