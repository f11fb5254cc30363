import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withEnvironment } from './fake-microphone';
import { hasProgram } from './programs';
import { PULSE_PLUGIN_CONFIG } from './pulse-audio';

/** A PipeWire of a test's own that also answers PulseAudio's programs, with a microphone, the source of a FIFO. */
export interface PipeWire {
  /** The FIFO that the microphone hears: 16 kHz, 16 bits, mono. */
  readonly fifo: string;
  stop(): Promise<void>;
}

export interface PipeWireOptions {
  /** What connects a program that records with the microphone. Without it the server answers, and no sound ever comes. */
  readonly sessionManager?: boolean;
}

const START_LIMIT_MS = 10_000;
const PROGRAMS = ['pipewire', 'pipewire-pulse', 'wireplumber', 'dbus-run-session', 'pw-cli'];

/** Why there is none here, or undefined. */
export function whyNoPipeWire(): string | undefined {
  const missing = PROGRAMS.filter((name) => !hasProgram(name));
  if (missing.length > 0) return `needs ${missing.join(', ')}`;
  return existsSync(PULSE_PLUGIN_CONFIG) ? undefined : 'needs the Debian package libasound2-plugins';
}

const microphone = (fifo: string): string => `context.modules = [
  { name = libpipewire-module-pipe-tunnel
    args = {
      tunnel.mode = source
      pipe.filename = ${JSON.stringify(fifo)}
      audio.format = "S16LE", audio.rate = 16000, audio.channels = 1, audio.position = [ MONO ]
      stream.props = { node.name = "fakemic", media.class = "Audio/Source" }
    } } ]
`;

/** Starts one for this test alone; programs that are started until `stop` find it, as their PulseAudio too. */
export async function startPipeWire({ sessionManager = true }: PipeWireOptions = {}): Promise<PipeWire> {
  const folder = mkdtempSync(join(tmpdir(), 'pronunciation-pipewire-'));
  chmodSync(folder, 0o700);
  const fifo = join(folder, 'mic');
  const settings = join(folder, 'config', 'pipewire', 'pipewire.conf.d');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'microphone.conf'), microphone(fifo));
  const env = { ...process.env, XDG_RUNTIME_DIR: folder, XDG_CONFIG_HOME: join(folder, 'config'), XDG_STATE_HOME: folder };
  // The others end where they find no server. The session ends with its shell, and the shell with whoever holds its
  // input, killed or not.
  const untilThere = 'for i in $(seq 250); do [ -S "$XDG_RUNTIME_DIR/pipewire-0" ] && break; sleep 0.02; done';
  const script = `pipewire & ${untilThere}; pipewire-pulse & ${sessionManager ? 'wireplumber &' : ''} cat; kill $(jobs -p)`;
  const session = spawn('dbus-run-session', ['--', 'bash', '-c', script], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(session, 'exit');
  const restore = [withEnvironment('XDG_RUNTIME_DIR', folder), withEnvironment('PULSE_SERVER', `unix:${join(folder, 'pulse', 'native')}`)];
  const started: PipeWire = {
    fifo,
    stop: async () => {
      session.stdin.end();
      await ended;
      for (const back of restore) back();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const limit = Date.now() + START_LIMIT_MS;
  while (!isReady(folder, sessionManager)) {
    if (Date.now() > limit) {
      await started.stop();
      throw new Error('PipeWire did not start');
    }
    await sleep(50);
  }
  return started;
}

/** The session manager makes a loudspeaker where there is none; that comes last. */
function isReady(folder: string, sessionManager: boolean): boolean {
  if (!existsSync(join(folder, 'pulse', 'native'))) return false;
  const { stdout } = spawnSync('pw-cli', ['ls', 'Node'], { encoding: 'utf8', timeout: 5000 });
  return stdout.includes('"fakemic"') && (!sessionManager || stdout.includes('"auto_null"'));
}
