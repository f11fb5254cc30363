import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasProgram } from './programs';
import { withEnvironment } from './fake-microphone';

/** A sound server with a microphone, the source of a FIFO, and a loudspeaker that nobody hears. */
export interface PulseAudio {
  /** The FIFO that the microphone hears: 16 kHz, 16 bits, mono. */
  readonly fifo: string;
  /** Runs amixer on its mixer and returns what it says. */
  readonly amixer: (...args: string[]) => string;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 8000;
/** ALSA's way to PulseAudio, from Debian's libasound2-plugins. */
export const PULSE_PLUGIN_CONFIG = '/usr/share/alsa/alsa.conf.d/pulse.conf';

/** Why there is none here, or undefined. */
export function whyNoPulseAudio(): string | undefined {
  if (!hasProgram('pulseaudio')) return 'needs pulseaudio';
  if (!hasProgram('amixer')) return 'needs amixer (Debian package alsa-utils)';
  return existsSync(PULSE_PLUGIN_CONFIG) ? undefined : 'needs the Debian package libasound2-plugins';
}

/** Starts one for this test alone; programs that are started until `stop` find it. */
export async function startPulseAudio(): Promise<PulseAudio> {
  const folder = mkdtempSync(join(tmpdir(), 'pronunciation-pulse-'));
  chmodSync(folder, 0o700);
  const [socket, fifo] = [join(folder, 'native'), join(folder, 'mic')];
  const modules = [
    `module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
    'module-null-sink sink_name=loudspeaker',
    `module-pipe-source source_name=mic file=${fifo} rate=16000 channels=1`,
  ];
  // It ends by itself where a test run was killed and can't end it.
  const options = ['-n', '--daemonize=no', '--exit-idle-time=60', '--use-pid-file=no', '--log-level=error'];
  const server = spawn('pulseaudio', [...options, ...modules.flatMap((module) => ['-L', module])], {
    env: { ...process.env, XDG_RUNTIME_DIR: folder, HOME: folder },
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  const kill = (): void => void server.kill('SIGKILL');
  process.once('exit', kill);
  const restore = withEnvironment('PULSE_SERVER', `unix:${socket}`);
  const amixer = (...args: string[]): string => spawnSync('amixer', ['-D', 'pulse', ...args], { encoding: 'utf8', timeout: 5000 }).stdout;
  const limit = Date.now() + START_LIMIT_MS;
  while (!amixer('scontents').includes("'Capture'")) {
    if (Date.now() > limit) throw new Error('PulseAudio did not start');
    await sleep(50);
  }
  return {
    fifo,
    amixer,
    stop: async () => {
      kill();
      await ended;
      process.off('exit', kill);
      restore();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
