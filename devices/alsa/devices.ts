import { outputOf } from '../../base/run-process';

/** A device that `record` or `play` can be given. */
export interface AlsaDevice {
  readonly name: string;
  readonly label: string;
  /** The number that its card has now. */
  readonly card?: number;
}

const LIMIT_MS = 5000;

/** Cards by name, never by number: numbers change at a reboot. `plughw` converts to any rate and to mono. */
export function parseCards(listing: string): AlsaDevice[] {
  const line = /^card (\d+): (\S+) \[(.*?)\], device (\d+): .*?\[(.*?)\]/gm;
  return [...listing.matchAll(line)].map(([, number, id = '', name = '', device = '', detail = '']) => ({
    card: Number(number),
    name: `plughw:CARD=${id},DEV=${device}`,
    label: detail === '' || detail === name ? name : `${name}, ${detail}`,
  }));
}

/** Plugins that only convert; they neither record nor play. alsa-plugins lists them by name. */
const NO_DEVICES: ReadonlySet<string> = new Set(['null', 'lavrate', 'samplerate', 'speexrate', 'speex', 'upmix', 'vdownmix']);

/** Names without a card: the default, a sound server. */
export function parseNames(listing: string): AlsaDevice[] {
  const devices: AlsaDevice[] = [];
  const lines = listing.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!/^[\w.-]+$/.test(line) || NO_DEVICES.has(line)) continue;
    const label = lines[index + 1]?.startsWith(' ') === true ? (lines[index + 1]?.trim() ?? line) : line;
    devices.push({ name: line, label });
  }
  return devices;
}

/** What a program lists: its cards (`-l`) or all names (`-L`). No device is opened. That there is no card is said on
 *  stderr and is no failure. @throws ProcessError */
export function listing(program: 'arecord' | 'aplay', option: '-l' | '-L', signal?: AbortSignal): Promise<string> {
  return outputOf(program, [option], { timeoutMs: LIMIT_MS, signal });
}

/** The devices that a program knows, the default first. A card in the list may still refuse this user.
 *  @throws ProcessError */
export async function alsaDevices(program: 'arecord' | 'aplay', signal?: AbortSignal): Promise<AlsaDevice[]> {
  const [cards, names] = await Promise.all([listing(program, '-l', signal), listing(program, '-L', signal)]);
  const devices = [{ name: 'default', label: 'default' }, ...parseNames(names), ...parseCards(cards)];
  // Of two entries with one name the later has the better label.
  return [...new Map(devices.map((device) => [device.name, device])).values()];
}
