import type { Node, NodeAPI } from 'node-red';

import { isNumbered, listedCards, stableName } from '../../devices/alsa/card-names';

/**
 * The device to record from (`arecord`) or to play on (`aplay`). A card's number changes at a reboot, so a setting that
 * holds one becomes the name of the card that has it now, and a warning says which: it is right only until then.
 * @param closed the node is closed: it is told nothing any more
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
