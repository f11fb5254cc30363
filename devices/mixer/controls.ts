/** The recording side of a simple mixer control of a card. */
export interface CaptureControl {
  /** As the mixer shows it: `Mic`, `Capture`. */
  readonly name: string;
  /** Tells controls of one name apart. */
  readonly index: number;
  /** Whether sound gets through, on any channel; null where it has no switch. */
  readonly isOn: boolean | null;
  /** Of the loudest channel; null where it has no level. */
  readonly level: CaptureLevel | null;
  /** The number of its exclusive group, whose members are the card's inputs, one of them on; null where it is in none. */
  readonly group: number | null;
}

export interface CaptureLevel {
  /** Of its range, 0 to 100. */
  readonly percent: number;
  /** Gain, dB; null where the card does not tell. */
  readonly db: number | null;
}

const HEAD = /^Simple mixer control '(.*)',(\d+)$/;
/** `Mono: Playback 0 [0%] [off] Capture 16 [100%] [0.00dB] [on]`, the names of the channels being the card's. */
const CHANNEL = /^ {2}[^:]+:.*?\bCapture\b(.*)$/;

/**
 * The controls that have a capture switch or a capture level of their own. Left out are controls for playing, and those
 * common to playing and recording (capability `volume`, usually a boost).
 * @param listing of `amixer scontents` in the C locale
 */
export function parseCaptureControls(listing: string): CaptureControl[] {
  return blocksOf(listing).flatMap(({ name, index, lines }) => {
    const words = (wordsAfter(lines, 'Capabilities') ?? '').split(/\s+/);
    const hasSwitch = words.some((word) => word.startsWith('cswitch'));
    const hasLevel = words.some((word) => word.startsWith('cvolume'));
    const channels = lines.flatMap((line) => (/^ {2}Limits:/.test(line) ? [] : (CHANNEL.exec(line)?.[1] ?? [])));
    if (!(hasSwitch || hasLevel) || channels.length === 0) return [];
    const group = wordsAfter(lines, 'Capture exclusive group');
    return [{
      name,
      index,
      isOn: hasSwitch ? channels.some((channel) => channel.includes('[on]')) : null,
      level: hasLevel ? loudest(channels.flatMap(levelOf)) : null,
      group: group === undefined ? null : Number(group),
    }];
  });
}

function blocksOf(listing: string): { name: string; index: number; lines: string[] }[] {
  const blocks: { name: string; index: number; lines: string[] }[] = [];
  for (const line of listing.split(/\r?\n/)) {
    const [, name, index] = HEAD.exec(line) ?? [];
    if (name !== undefined) blocks.push({ name, index: Number(index), lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

function wordsAfter(lines: readonly string[], key: string): string | undefined {
  return lines.find((line) => line.startsWith(`  ${key}: `))?.slice(key.length + 4).trim();
}

function levelOf(channel: string): CaptureLevel[] {
  const percent = /\[(\d+)%\]/.exec(channel)?.[1];
  if (percent === undefined) return [];
  const db = /\[(-?\d+(?:\.\d+)?)dB\]/.exec(channel)?.[1];
  return [{ percent: Number(percent), db: db === undefined ? null : Number(db) }];
}

function loudest(levels: readonly CaptureLevel[]): CaptureLevel | null {
  return levels.reduce<CaptureLevel | null>((best, level) => (best === null || level.percent > best.percent ? level : best), null);
}
