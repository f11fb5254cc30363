import { createHash } from 'node:crypto';
import { defaultsOf } from './defaults';
import type { Flow, FlowNode } from './flow-types';
import { withLinks } from './links';
import { boxAround, boxOf } from './sizes';

export type { Flow, FlowNode, Placed } from './flow-types';

/** How far a group's edge is from its nodes, in pixels, and how much more its name needs above them. */
const GROUP_EDGE = 25;
const GROUP_NAME = 16;
const GROUP_STYLE = { label: true, stroke: '#9fb3c8', fill: '#eef3f8', 'fill-opacity': '0.6', color: '#34495e' };

function groupAround(nodes: readonly FlowNode[]): { x: number; y: number; w: number; h: number } {
  const { x, y, w, h } = boxAround(nodes.map(boxOf));
  return { x: x - GROUP_EDGE, y: y - GROUP_EDGE - GROUP_NAME, w: w + 2 * GROUP_EDGE, h: h + 2 * GROUP_EDGE + GROUP_NAME };
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
  let group: string | undefined;

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
      return keep(key, { id: id(key), type, z: tab, name, ...(group !== undefined && { g: id(group) }), ...defaultsOf(type), ...settings, x, y, wires });
    },
    config: (key, type, settings) => keep(key, { id: id(key), type, ...settings }),
    group: (key, name, fill) => {
      group = key;
      fill();
      group = undefined;
      const inside = [...added.values()].filter(({ g }) => g === id(key));
      keep(key, { id: id(key), type: 'group', z: tab, name, style: GROUP_STYLE, nodes: inside.map((node) => node.id), ...groupAround(inside) });
    },
    nodes: () => {
      const missing = wired.filter((key) => !added.has(key));
      if (missing.length > 0) throw new Error(`The flow ${label} has wires to nodes that are not there: ${missing.join(', ')}.`);
      return [{ id: tab, type: 'tab', label, disabled: false, info, env: Object.entries(env).map(([name, value]) => ({ name, value, type: 'str' })) }, ...withLinks([...added.values()])];
    },
  };
}
