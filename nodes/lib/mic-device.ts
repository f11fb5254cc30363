import type { Node, NodeAPI } from 'node-red';

import { captureCards, isNumbered, stableName } from '../../engine/recorder';

/**
 * The device to record from. A card's number changes at a reboot, so a setting that holds one becomes the name of the
 * card that has it now, and a warning says which: it is right only until then.
 */
export async function namedDevice(RED: NodeAPI, node: Node, device: string): Promise<string> {
  if (!isNumbered(device)) return device;
  const name = stableName(device, await captureCards());
  node.warn(name === undefined ? RED._('warning.number', { device }) : RED._('warning.named', { device, name }));
  return name ?? device;
}
