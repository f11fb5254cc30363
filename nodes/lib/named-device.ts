import type { Node, NodeAPI } from 'node-red';

import { isNumbered, listedCards, stableName } from '../../devices/alsa/card-names';

/**
 * The device to record from (`arecord`) or to play on (`aplay`). A card's number may change at a reboot. So a number in the
 * settings is replaced by the name of the card that has this number now, and a warning names that card.
 * @param closed fires when the node closes; no warning is given after that
 */
export async function namedDevice(
  RED: NodeAPI,
  node: Node,
  device: string,
  program: 'arecord' | 'aplay',
  closed: AbortSignal,
): Promise<string> {
  if (!isNumbered(device)) return device;
  const name = stableName(device, await listedCards(program, closed));
  if (closed.aborted) return device;
  node.warn(name === undefined ? RED._('card.number', { device }) : RED._('card.named', { device, name }));
  return name ?? device;
}
