import { alsaDevices } from '../alsa/devices';

/** The setting that stands for whatever answers. */
export const DEFAULT_DEVICE = 'default';

/** ALSA's names of the sound servers. */
const SERVERS = ['pipewire', 'pulse'];
const CARD = /^plughw:CARD=/;

let answered = DEFAULT_DEVICE;

/** What to open for a setting: for `default` what has answered last. */
export function firstChoice(device: string): string {
  return device === DEFAULT_DEVICE ? answered : device;
}

/** What else `default` may stand for: the system's own default, the sound servers that ALSA has a plugin for, the cards. */
export async function otherChoices(first: string, signal: AbortSignal): Promise<string[]> {
  const listed = await alsaDevices('arecord', signal).catch(() => []);
  const names = listed.map(({ name }) => name);
  const servers = SERVERS.filter((name) => names.includes(name));
  const cards = names.filter((name) => CARD.test(name));
  return [DEFAULT_DEVICE, ...servers, ...cards].filter((name) => name !== first);
}

/** Remembers what has answered in the place of `default`. */
export function rememberChoice(device: string): void {
  answered = device;
}
