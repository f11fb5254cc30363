import type { FlowNode } from '../../practice/flow/flow';

/** A node that has a place in the workspace. */
export interface PlacedNode {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Of its centre. */
  readonly x: number;
  readonly y: number;
  readonly wires: readonly (readonly string[])[];
}

const isPlaced = (node: FlowNode): node is FlowNode & PlacedNode => 'x' in node && 'wires' in node && 'name' in node;

/** The nodes that are connected with one of this type, over any number of wires: the flow without its comments and
 *  without what catches its errors. */
export function flowAround(type: string, flow: readonly FlowNode[]): readonly PlacedNode[] {
  const nodes = flow.filter(isPlaced);
  const neighbours = new Map(nodes.map(({ id, wires }) => [id, new Set(wires.flat())]));
  for (const { id, wires } of nodes) for (const target of wires.flat()) neighbours.get(target)?.add(id);

  const found = new Set<string>();
  const open = nodes.filter((node) => node.type === type).map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(neighbours.get(id) ?? []));
  }
  return nodes.filter(({ id }) => found.has(id));
}
