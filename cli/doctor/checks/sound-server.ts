import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { alsaDevices } from '../../../devices/alsa/devices';
import { readControls } from '../../../devices/mixer';
import type { Check } from '../check';
import { notHere, ok, problem, warning, type Finding } from '../finding';

interface Server {
  readonly subject: string;
  /** Its names in ALSA, the better first. */
  readonly plugins: readonly string[];
  /** The Debian package that gives ALSA the first of them. */
  readonly bridge: string;
  readonly restart: string;
}

const PIPEWIRE: Server = {
  subject: 'PipeWire',
  // It answers PulseAudio's programs itself.
  plugins: ['pipewire', 'pulse'],
  bridge: 'pipewire-alsa',
  restart: 'systemctl --user restart pipewire pipewire-pulse wireplumber',
};
const PULSEAUDIO: Server = {
  subject: 'PulseAudio',
  plugins: ['pulse'],
  bridge: 'libasound2-plugins',
  restart: 'systemctl --user restart pulseaudio',
};

/** The server whose socket exists, or that a variable names. */
function serverHere(): Server | undefined {
  const folder = process.env['XDG_RUNTIME_DIR'] ?? `/run/user/${process.getuid?.() ?? 0}`;
  if (existsSync(join(folder, 'pipewire-0'))) return PIPEWIRE;
  const named = process.env['PULSE_SERVER'] ?? '';
  return named !== '' || existsSync(join(folder, 'pulse', 'native')) ? PULSEAUDIO : undefined;
}

/** Asks through ALSA, as recording does. */
async function findingOf({ subject, plugins, bridge, restart }: Server, signal: AbortSignal): Promise<Finding> {
  const names = await alsaDevices('arecord').catch(() => undefined);
  if (names === undefined) return warning(subject, 'It could not be asked.', 'Install what asks it: sudo apt install alsa-utils.');
  const plugin = plugins.find((known) => names.some(({ name }) => name === known));
  if (plugin === undefined) {
    return warning(subject, 'It is here, but arecord can\'t reach it.', `Install its bridge: sudo apt install ${bridge}.`);
  }
  try {
    await readControls(plugin, signal);
    return ok(subject, `It answers; its device is ${plugin}.`, { device: plugin });
  } catch {
    return problem(subject, 'It does not answer.', `Start it again: ${restart}.`, { device: plugin });
  }
}

export const soundServer: Check = {
  name: 'sound-server',
  title: 'Sound server',
  limitMs: 4000,
  run: async (_machine, signal) => {
    const server = serverHere();
    return [server === undefined ? notHere('sound server', 'There is none; ALSA alone is enough.') : await findingOf(server, signal)];
  },
};
