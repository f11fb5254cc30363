import { listing } from './devices';

/** A sound card: its number changes at a reboot or a replug, its name does not. */
export interface Card {
  readonly number: number;
  readonly id: string;
}

/** The cards of a listing of `arecord -l` or `aplay -l`. */
export function cardsOf(list: string): Card[] {
  const cards = [...list.matchAll(/^card (\d+): (\S+) \[/gm)].map(([, number, id = '']) => ({ number: Number(number), id }));
  return [...new Map(cards.map((card) => [card.id, card])).values()];
}

/** A name with the number of its card: `hw:1,0`, `plughw:CARD=1,DEV=0`, `sysdefault:1`. */
const NUMBERED = /^(\w+):(?:CARD=)?(\d+)(?:,(?:DEV=)?(\d+))?(?:,(?:SUBDEV=)?(\d+))?$/;

/** Whether a name gives a card by its number. */
export function isNumbered(device: string): boolean {
  return NUMBERED.test(device);
}

/** The same device by the name of its card; undefined where no such card is known. */
export function stableName(device: string, cards: readonly Card[]): string | undefined {
  const [, kind = '', number, dev, subdevice] = NUMBERED.exec(device) ?? [];
  const card = cards.find((one) => one.number === Number(number));
  if (card === undefined) return undefined;
  const hasDevices = /^(?:plug)?hw$/.test(kind);
  const place = dev ?? (hasDevices ? '0' : undefined);
  return `${kind}:CARD=${card.id}${place === undefined ? '' : `,DEV=${place}`}${subdevice === undefined ? '' : `,SUBDEV=${subdevice}`}`;
}

/** The cards that can be recorded from (`arecord`), or that play (`aplay`); none where the program can't list them. */
export async function listedCards(program: 'arecord' | 'aplay', signal?: AbortSignal): Promise<Card[]> {
  return cardsOf(await listing(program, '-l', signal).catch(() => ''));
}
