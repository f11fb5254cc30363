/** A node as a flow file holds it. */
export interface FlowNode {
  readonly id: string;
  readonly type: string;
  readonly [property: string]: unknown;
}

/** The keys of the nodes that an output is wired to; a list of lists if there are several outputs. */
export type Wires = readonly string[] | readonly (readonly string[])[];

export interface Placed {
  readonly name?: string;
  /** Centre of the node in the workspace: [x, y]. */
  readonly at: readonly [number, number];
  readonly to?: Wires;
  readonly [setting: string]: unknown;
}

/** A flow under construction. Nodes are named by keys; their ids are made of the flow's name and the key, so that
 *  a file that is written again differs only where the flow does. */
export interface Flow {
  /** Adds a node and returns its key. Settings that are not given have the node's defaults. */
  readonly add: (key: string, type: string, placed: Placed) => string;
  /** Adds a configuration node, which has no place and no wires. */
  readonly config: (key: string, type: string, settings: Readonly<Record<string, unknown>>) => string;
  /** A box with a name around the nodes that `fill` adds. */
  readonly group: (key: string, name: string, fill: () => void) => void;
  /** The id of a node, for settings that name another one. */
  readonly id: (key: string) => string;
  /** The flow as a file holds it: the tab first, then the nodes in the order in which they were added. */
  readonly nodes: () => FlowNode[];
}
