import { runProcess } from '../../base/run-process';
import { runEnd, type Run, type RunOptions } from './recorder';

/** Samples and the rate come by two pipes; by then the rate, which is said first, has come as well. */
const RATE_MS = 100;

/**
 * Runs arecord until it is told to end, or ends by itself.
 *
 * Raw samples, because a WAV header on a pipe has no true lengths. Where the device lacks the rate asked for, it records
 * at a rate of its own (`--disable-resample`): ALSA's converter interpolates linearly, ours is a filter. Verbose, because
 * only then arecord tells that rate. Periods of 10 ms: at most that much is lost of the last one when it is stopped.
 */
export function runArecord(options: RunOptions): Run {
  const { device, sampleRate, noDataMs, onData } = options;
  let rate: number | undefined;
  let waiting: Buffer[] = [];
  let heard = false;
  let isKilled = false;
  let rateTimer: NodeJS.Timeout | undefined;

  /** Hands on what waits, once its rate is known. A sample that is cut in two waits for its other half. */
  function deliver(told: number | undefined): void {
    rate ??= told;
    if (rate === undefined || waiting.length === 0 || isKilled) return;
    const bytes = Buffer.concat(waiting);
    const whole = bytes.length - (bytes.length % 2);
    waiting = whole < bytes.length ? [bytes.subarray(whole)] : [];
    if (whole > 0) onData(bytes.subarray(0, whole), rate);
  }

  const format = ['-t', 'raw', '-f', 'S16_LE', '-c', '1', '-r', String(sampleRate)];
  const speed = ['--disable-resample', '--buffer-time=500000', '--period-time=10000', '-v'];
  const run = runProcess('arecord', ['-D', convertingName(device), ...format, ...speed], {
    idleMs: noDataMs,
    // In the C locale its complaints can be told apart.
    env: { LC_ALL: 'C' },
    onOutput: (chunk) => {
      heard = true;
      waiting.push(chunk);
      rateTimer ??= setTimeout(() => deliver(sampleRate), RATE_MS);
      deliver(undefined);
    },
    onErrorOutput: (stderr) => deliver(toldRate(stderr)),
  });

  return {
    stop: () => run.stop(),
    kill: () => {
      isKilled = true;
      run.kill();
    },
    ended: run.ended.then((end) => {
      clearTimeout(rateTimer);
      deliver(sampleRate);
      return runEnd('arecord', options, end, heard, afterSetup(end.stderr));
    }),
  };
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

/** What arecord wrote after the description of the device that `-v` asks for. */
function afterSetup(stderr: string): string {
  return stderr.replace(/^[\s\S]*\n {2}\w+ *: [^\n]*(?:\n|$)/, '');
}
