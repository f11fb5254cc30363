import { alsaDevices } from '../alsa/devices';

const CARD = /^[\w-]+:(?:CARD=)?([\w-]+)(?:,(?:DEV=)?\d+)*(?:,SUBDEV=\d+)?$/;
/** A device from an asoundrc, or a sound server. */
const NAME = /^\w[\w.-]*$/;
/** What `default` may stand for, in the order in which the recorder tries them. */
const DEFAULTS = ['default', 'pipewire', 'pulse'];

/** The mixer of a device: for a card the card's mixer, for any other plain name the mixer of that name. Undefined for
 *  anything else, such as a definition within a name. */
export function mixerOf(device: string): string | undefined {
  if (NAME.test(device)) return device;
  const card = CARD.exec(device)?.[1];
  return card === undefined ? undefined : `hw:${/^\d+$/.test(card) ? card : `CARD=${card}`}`;
}

/** The mixers that a setting may mean; the first with a capture control is the right one. */
export async function mixersOf(device: string, signal?: AbortSignal): Promise<string[]> {
  if (device !== 'default') return [mixerOf(device) ?? []].flat();
  signal?.throwIfAborted();
  const devices = await alsaDevices('arecord').catch(() => []);
  const cards = devices.flatMap(({ name }) => (name.startsWith('plughw:') ? (mixerOf(name) ?? []) : []));
  return [...new Set([...DEFAULTS, ...cards])];
}
