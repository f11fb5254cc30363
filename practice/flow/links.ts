import type { Flow, FlowNode, Wires } from './flow-types';
import { widthOf } from './sizes';

type At = readonly [number, number];

/** Adds a link in node: it joins messages from other groups without a wire across the whole flow. */
export function addLinkIn(flow: Flow, key: string, name: string, at: At, to: Wires): void {
  flow.add(key, 'link in', { name, at, to });
}

/**
 * Adds a link out node that leads to the link in node `target`, in this group or another.
 * @param from the middle of its left edge
 * @param label shown in the node; without it, the node is a small arrow
 */
export function addLinkOut(flow: Flow, key: string, target: string, [x, y]: At, label?: string): void {
  const node = { type: 'link out', name: label ?? target, l: label !== undefined };
  flow.add(key, node.type, { ...node, mode: 'link', links: [flow.id(target)], at: [x + widthOf(node) / 2, y] });
}

/** The nodes, where each link in node names the link out nodes that lead to it. */
export function withLinks(nodes: readonly FlowNode[]): FlowNode[] {
  const sendersOf = (id: string): string[] =>
    nodes.filter(({ type, links }) => type === 'link out' && Array.isArray(links) && links.includes(id)).map((node) => node.id);
  return nodes.map((node) => (node.type === 'link in' ? { ...node, links: sendersOf(node.id) } : node));
}
