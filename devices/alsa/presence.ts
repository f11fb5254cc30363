import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cardsOf } from './card-names';
import { listing } from './devices';

/** Where the kernel lists its sound cards. Unlike /proc/asound it can be read in a container. */
const SYSTEM_CARDS = '/sys/class/sound';

/** The card that a device is on: `hw:NAME`, `plughw:CARD=NAME,DEV=0`; undefined where the name does not say. */
function cardOf(device: string): string | undefined {
  return (/^\w+:(?:[\w=]+,)*CARD=([\w-]+)/.exec(device) ?? /^(?:plug)?hw:([\w-]+)/.exec(device))?.[1];
}

/** A device in a word, for a status: its card, or its own name. */
export function shortName(device: string): string {
  return cardOf(device) ?? device;
}

async function systemKnows(card: string): Promise<boolean> {
  const entries = await readdir(SYSTEM_CARDS).catch(() => []);
  const ids = entries.filter((entry) => /^card\d+$/.test(entry)).map((entry) => readFile(join(SYSTEM_CARDS, entry, 'id'), 'utf8'));
  return (await Promise.allSettled(ids)).some((id) => id.status === 'fulfilled' && id.value.trim() === card);
}

/**
 * Whether a microphone is there, without opening it: its card in the list of cards, or its name in the list of names.
 * Undefined where no list tells: for `default` and for a name with arguments.
 */
export async function isThere(device: string, signal: AbortSignal): Promise<boolean | undefined> {
  const card = cardOf(device);
  try {
    if (card !== undefined) {
      if (await systemKnows(card)) return true;
      return cardsOf(await listing('arecord', '-l', signal)).some(({ id, number }) => id === card || String(number) === card);
    }
    if (device === 'default' || !/^[\w.-]+$/.test(device)) return undefined;
    return (await listing('arecord', '-L', signal)).split('\n').includes(device);
  } catch {
    return undefined;
  }
}
