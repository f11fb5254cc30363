import { existsSync } from 'node:fs';
import { connect, type NetConnectOpts } from 'node:net';
import { join } from 'node:path';
import { alsaDevices } from '../../alsa/devices';
import type { Check } from '../check';
import { notHere, ok, problem, warning, type Finding } from '../finding';

const LIMIT_MS = 1000;

interface Server {
  readonly subject: string;
  /** ALSA's name of it. */
  readonly plugin: string;
  /** The Debian package that gives ALSA that name. */
  readonly bridge: string;
  readonly restart: string;
  readonly address: NetConnectOpts;
}

function runtimeFolder(): string {
  return process.env['XDG_RUNTIME_DIR'] ?? `/run/user/${process.getuid?.() ?? 0}`;
}

/** Where PulseAudio's programs look for it: what the variable says, else a socket. */
function pulseAddress(): NetConnectOpts | undefined {
  const [, , path] = /^(?:\{.*\})?(unix:)?(\/.*)$/.exec(process.env['PULSE_SERVER'] ?? '') ?? [];
  if (path !== undefined) return { path };
  const [, host, port = '4713'] = /^tcp[46]?:([\w.-]+)(?::(\d+))?$/.exec(process.env['PULSE_SERVER'] ?? '') ?? [];
  if (host !== undefined) return { host, port: Number(port) };
  const socket = join(runtimeFolder(), 'pulse', 'native');
  return existsSync(socket) ? { path: socket } : undefined;
}

function servers(): Server[] {
  const pipewire = join(runtimeFolder(), 'pipewire-0');
  const hasPipeWire = existsSync(pipewire);
  const pulse = pulseAddress();
  const found: Server[] = [];
  if (hasPipeWire) {
    const restart = 'systemctl --user restart pipewire pipewire-pulse wireplumber';
    found.push({ subject: 'PipeWire', plugin: 'pipewire', bridge: 'pipewire-alsa', restart, address: { path: pipewire } });
  }
  // PipeWire answers PulseAudio's programs itself.
  if (pulse !== undefined && !hasPipeWire) {
    const restart = 'systemctl --user restart pulseaudio';
    found.push({ subject: 'PulseAudio', plugin: 'pulse', bridge: 'libasound2-plugins', restart, address: pulse });
  }
  return found;
}

/** Why it does not answer, or undefined. */
function silenceOf(address: NetConnectOpts): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(address);
    const end = (reason?: string): void => {
      socket.destroy();
      resolve(reason);
    };
    socket.setTimeout(LIMIT_MS, () => end('timeout'));
    socket.on('connect', () => end());
    socket.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
}

async function findingOf({ subject, plugin, bridge, restart, address }: Server, alsaNames: readonly string[]): Promise<Finding> {
  const reason = await silenceOf(address);
  const facts = { answers: reason === undefined, alsaName: alsaNames.includes(plugin) ? plugin : null };
  if (reason !== undefined) return problem(subject, `It does not answer (${reason}).`, `Start it again: ${restart}.`, facts);
  if (facts.alsaName !== null) return ok(subject, `It answers; its device is ${plugin}.`, facts);
  return warning(subject, 'It answers, but arecord can\'t reach it.', `Install its bridge: sudo apt install ${bridge}.`, facts);
}

export const soundServer: Check = {
  name: 'sound-server',
  title: 'Sound server',
  limitMs: 4000,
  run: async () => {
    const found = servers();
    if (found.length === 0) return [notHere('sound server', 'There is none; ALSA alone is enough.')];
    const names = (await alsaDevices('arecord').catch(() => [])).map(({ name }) => name);
    return Promise.all(found.map((server) => findingOf(server, names)));
  },
};
