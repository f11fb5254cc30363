import { createHash } from 'node:crypto';
import { defaultsOf } from './defaults';

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
  /** The id of a node, for settings that name another one. */
  readonly id: (key: string) => string;
  /** The flow as a file holds it: the tab first, then the nodes in the order in which they were added. */
  readonly nodes: () => FlowNode[];
}

/**
 * Begins a flow.
 * @param label the tab's
 * @param info the tab's description, Markdown
 * @param env the tab's variables, whose values the user sets in its properties
 */
export function createFlow(label: string, info: string, env: Readonly<Record<string, string>> = {}): Flow {
  const id = (key: string): string => createHash('sha1').update(`${label}/${key}`).digest('hex').slice(0, 16);
  const tab = id('tab');
  const added = new Map<string, FlowNode>();
  const wired: string[] = [];

  function keep(key: string, node: FlowNode): string {
    if (added.has(key)) throw new Error(`The flow ${label} has two nodes ${key}.`);
    added.set(key, node);
    return key;
  }

  return {
    id,
    add: (key, type, { name = '', at: [x, y], to = [], ...settings }) => {
      const outputs = to.every((one) => typeof one === 'string') ? [to] : to;
      const wires = outputs.map((keys) => keys.map(id));
      wired.push(...outputs.flat());
      return keep(key, { id: id(key), type, z: tab, name, ...defaultsOf(type), ...settings, x, y, wires });
    },
    config: (key, type, settings) => keep(key, { id: id(key), type, ...settings }),
    nodes: () => {
      const missing = wired.filter((key) => !added.has(key));
      if (missing.length > 0) throw new Error(`The flow ${label} has wires to nodes that are not there: ${missing.join(', ')}.`);
      return [{ id: tab, type: 'tab', label, disabled: false, info, env: Object.entries(env).map(([name, value]) => ({ name, value, type: 'str' })) }, ...added.values()];
    },
  };
}
