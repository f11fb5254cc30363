import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { spawnFailureOf } from './failure';

/** A device that `record` can be given. */
export interface RecordingDevice {
  readonly name: string;
  readonly label: string;
}

const run = promisify(execFile);

/** Cards by name, never by number: numbers change at a reboot. `plughw` converts to any rate and to mono. */
export function parseCards(listing: string): RecordingDevice[] {
  const line = /^card \d+: (\S+) \[(.*?)\], device (\d+): .*?\[(.*?)\]/gm;
  return [...listing.matchAll(line)].map(([, card = '', name = '', device = '', detail = '']) => ({
    name: `plughw:CARD=${card},DEV=${device}`,
    label: detail === '' || detail === name ? name : `${name}, ${detail}`,
  }));
}

/** Names without a card: the default, a sound server. */
export function parseNames(listing: string): RecordingDevice[] {
  const devices: RecordingDevice[] = [];
  const lines = listing.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!/^[\w.-]+$/.test(line) || line === 'null') continue;
    const label = lines[index + 1]?.startsWith(' ') === true ? (lines[index + 1]?.trim() ?? line) : line;
    devices.push({ name: line, label });
  }
  return devices;
}

async function listing(option: string): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C' };
  // Without a card arecord says so on stderr and ends with exit code 0.
  const { stdout } = await run('arecord', [option], { env, timeout: 5000, windowsHide: true });
  return stdout;
}

/**
 * The microphones that arecord knows, the default first. A card in the list may still refuse this user.
 * @throws PronError PRON_MIC_PROGRAM, PRON_MIC_FAILED
 */
export async function listDevices(): Promise<RecordingDevice[]> {
  try {
    const [cards, names] = await Promise.all([listing('-l'), listing('-L')]);
    const devices = [{ name: 'default', label: 'default' }, ...parseNames(names), ...parseCards(cards)];
    // A name found later carries the better label.
    return [...new Map(devices.map((device) => [device.name, device])).values()];
  } catch (error) {
    throw spawnFailureOf('default', error as NodeJS.ErrnoException);
  }
}
