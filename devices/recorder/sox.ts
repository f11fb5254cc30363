import { join } from 'node:path';
import { forkModule } from '../../base/fork-module';
import { watchProcess, type ProcessEnd } from '../../base/run-process';
import { runEnd, type Run, type RunOptions } from './recorder';
import type { SoxNews } from './sox-child';

/** SoX hands on blocks of 8,192 samples, half a second at 8 kHz stereo, and ends after the one that it is in. */
const GRACE_MS = 1500;

/**
 * Records through node-record-lpcm16 and SoX, in a child process of its own: there the package's uncaught errors (a
 * missing program, no file handle left, each stop) end one recording and nothing else. SoX makes the rate asked for of
 * whatever the device has.
 */
export function runSox(options: RunOptions): Run {
  const { device, sampleRate, noDataMs, onData } = options;
  let heard = false;
  let isKilled = false;
  let half = Buffer.alloc(0);
  let group: number | undefined;
  let told: SoxNews | undefined;

  const run = watchProcess(
    () => {
      const child = forkModule(join(__dirname, 'sox-child'), {
        args: [JSON.stringify({ device, sampleRate })],
        env: soxEnvironment(),
        readsOutput: true,
        ownGroup: true,
      });
      child.on('message', (message) => {
        told ??= message as SoxNews; // only sox-child writes to it
      });
      group = child.pid;
      return child;
    },
    {
      idleMs: noDataMs,
      graceMs: GRACE_MS,
      askToEnd: (child, signal) => {
        if (child.connected) child.send(signal, () => undefined);
        else child.kill('SIGKILL');
      },
      onOutput: (chunk) => {
        if (isKilled) return;
        heard = true;
        // A sample that is cut in two waits for its other half.
        const bytes = Buffer.concat([half, chunk]);
        const whole = bytes.length - (bytes.length % 2);
        half = bytes.subarray(whole);
        if (whole > 0) onData(bytes.subarray(0, whole), sampleRate);
      },
    },
  );

  return {
    stop: () => run.stop(),
    kill: () => {
      isKilled = true;
      run.kill();
    },
    ended: run.ended.then(async (end) => {
      // A child that was killed could not end SoX, which may wait for a device for ever.
      if (told === undefined && group !== undefined) await killGroup(group);
      return runEnd('sox', options, endOfSox(end, told), heard, end.stderr);
    }),
  };
}

/** How SoX itself ended, as the child tells it; else how the child ended. */
function endOfSox(end: ProcessEnd, told: SoxNews | undefined): ProcessEnd {
  const { stdout, stderr } = end;
  if (end.how !== 'exited') return end;
  if (told?.kind === 'failed') return { how: 'not-started', error: Object.assign(new Error(told.message), { code: told.code }), stdout, stderr };
  if (told?.kind === 'ended') return { how: 'exited', code: told.code, killedBy: told.killedBy, stdout, stderr };
  return end;
}

/** Variables that node-record-lpcm16 has no option for. */
function soxEnvironment(): NodeJS.ProcessEnv {
  const { AUDIODRIVER, SOX_OPTS = '' } = process.env;
  return {
    ...process.env,
    // In the C locale its complaints can be told apart.
    LC_ALL: 'C',
    // No dither: silence stays silence.
    SOX_OPTS: `${SOX_OPTS} --no-dither`.trim(),
    // Names of devices are ALSA's on Linux.
    ...(process.platform === 'linux' && { AUDIODRIVER: AUDIODRIVER ?? 'alsa' }),
  };
}

const POLL_MS = 5;
const LIMIT_MS = 500;

/**
 * Kills what is left of a process group; resolves when it is gone, or after half a second. Windows has no groups: there
 * SoX ends when it next writes to the pipe that nobody reads.
 */
async function killGroup(leader: number): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    process.kill(-leader, 'SIGKILL');
    for (let ms = 0; ms < LIMIT_MS; ms += POLL_MS) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      process.kill(-leader, 0);
    }
  } catch {
    // It is gone.
  }
}
