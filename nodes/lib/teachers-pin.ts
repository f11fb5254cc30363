import type { Node, NodeAPI } from 'node-red';

/** The PIN of the whole flow: a variable of its tab, of a group or of Node-RED's environment. */
const FLOWS_PIN = 'PRONUNCIATION_PIN';

/** The credentials of a node that has a teacher's PIN, which Node-RED keeps out of the flow. */
export interface PinCredentials {
  readonly pin: unknown;
}

/** The PIN of a node's dialog, or the flow's where the dialog has none. '' where none is set. */
export function teachersPin(RED: NodeAPI, node: Node<PinCredentials>): string {
  // A node without credentials has no such object.
  const { pin } = (node as Partial<typeof node>).credentials ?? {};
  if (typeof pin === 'string' && pin !== '') return pin;
  const ofFlow = RED.util.evaluateNodeProperty(FLOWS_PIN, 'env', node, {}) as unknown;
  return typeof ofFlow === 'string' || typeof ofFlow === 'number' ? String(ofFlow) : '';
}
