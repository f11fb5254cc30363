import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';

/**
 * Starts arecord by our own spawn. node-record-lpcm16 was tried: where the process has no file handles left
 * (`ulimit -n 64`, all taken), its constructor throws before it hands out the child, whose `error` event then has no
 * listener and can be given none, and an uncaught `spawn arecord EMFILE` ends Node-RED. It also gives no way to set
 * the locale, and arecord's messages, which tell a busy device from a missing one, are translated.
 *
 * Raw samples, because a WAV header on a pipe says nothing true about lengths. The device records at a rate of its own
 * where it lacks the one asked for (`--disable-resample`): ALSA's converter is a straight line between two samples,
 * ours is a filter. Verbose, because only then arecord says which rate that is. Periods of 10 ms keep short what is
 * lost of the last one when it is stopped. The caller listens to `error` before anything else; the streams may be
 * missing.
 */
export function spawnArecord(device: string, sampleRate: number): ChildProcessWithoutNullStreams {
  const format = ['-t', 'raw', '-f', 'S16_LE', '-c', '1', '-r', String(sampleRate)];
  const options = ['--disable-resample', '--buffer-time=500000', '--period-time=10000', '-v'];
  return spawn('arecord', ['-D', convertingName(device), ...format, ...options], {
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** The same card as a device that makes 16-bit mono of whatever the card has: only `hw:` leaves that out. */
function convertingName(device: string): string {
  return device.replace(/^hw:/, 'plughw:');
}

/** The rate at which the device records, Hz; undefined until arecord has said it. */
export function toldRate(stderr: string): number | undefined {
  const setup = /^ {2}rate +: (\d+)$/m.exec(stderr) ?? /rate is not accurate \(requested = \d+Hz, got = (\d+)Hz\)/.exec(stderr);
  return setup?.[1] === undefined ? undefined : Number(setup[1]);
}

/** What arecord said after the description of the device that it was asked for. */
export function afterSetup(stderr: string): string {
  return stderr.replace(/^[\s\S]*\n {2}\w+ *: [^\n]*(?:\n|$)/, '');
}
