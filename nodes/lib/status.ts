import type { Node, NodeAPI, NodeStatus, NodeStatusFill, NodeStatusShape } from 'node-red';

/** Longest status text: the editor has room for fewer than 20 characters under a node. */
export const MAX_STATUS_LENGTH = 19;

/** What a node is doing. Each state has one look in the editor. */
export type Look = 'busy' | 'waiting' | 'good' | 'fair' | 'poor' | 'refused' | 'failed' | 'idle';

const LOOKS: Readonly<Record<Look, readonly [NodeStatusFill, NodeStatusShape]>> = {
  busy: ['blue', 'dot'],
  waiting: ['blue', 'ring'],
  good: ['green', 'dot'],
  fair: ['yellow', 'dot'],
  poor: ['red', 'dot'],
  refused: ['yellow', 'ring'],
  failed: ['red', 'ring'],
  idle: ['grey', 'ring'],
};

export type StatusValues = Readonly<Record<string, string | number>>;

/** Shows `status.KEY` of the node's catalogue, with its `__name__` places filled from `values`. A Status node gets the key as
 *  `msg.status.key`, since the text depends on the language. */
export type Show = (look: Look, key: string, values?: StatusValues) => void;

export function statusOf(RED: NodeAPI, node: Node): Show {
  return (look, key, values = {}) => {
    const status = { ...statusWith(look, RED._(`status.${key}`, { ...values })), key };
    node.status(status);
  };
}

/** Shows a text that is already translated, cut to the maximum length. */
export function showText(node: Node, look: Look, text: string): void {
  node.status(statusWith(look, text));
}

function statusWith(look: Look, text: string): NodeStatus {
  const [fill, shape] = LOOKS[look];
  return { fill, shape, text: shortened(text) };
}

function shortened(text: string): string {
  return text.length > MAX_STATUS_LENGTH ? `${text.slice(0, MAX_STATUS_LENGTH - 1)}…` : text;
}
