import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { eventually, ROOT, type FlowNode, type RunningNodeRed } from './node-red';

/** An example flow as somebody has imported it and set it up. */
export interface SetUpExample {
  readonly flow: readonly FlowNode[];
  /** The id of the node with this name. */
  readonly id: (name: string) => string;
}

/**
 * The numbered example, set up for this machine. What its debug nodes show is in Node-RED's log too, for {@link shownBy}.
 * @param settings changed settings, by the type of their nodes
 */
export function setUpExample(number: number, settings: Readonly<Record<string, object>>): SetUpExample {
  const folder = join(ROOT, 'examples');
  const file = readdirSync(folder).find((name) => name.startsWith(`${number} - `));
  if (file === undefined) throw new Error(`There is no example ${number}.`);
  const nodes = JSON.parse(readFileSync(join(folder, file), 'utf8')) as FlowNode[];
  return {
    flow: nodes.map((node) => ({ ...node, ...(node.type === 'debug' && { console: true }), ...settings[node.type] })),
    id: (name) => {
      const found = nodes.find((node) => node['name'] === name);
      if (found === undefined) throw new Error(`${file} has no node "${name}".`);
      return found.id;
    },
  };
}

/** Deploys a flow, and waits until Node-RED's own mqtt nodes are connected: before that they drop what is sent. */
export async function deployConnected(red: RunningNodeRed, flow: SetUpExample['flow']): Promise<void> {
  const connections = (): number => red.log().split('Connected to broker').length;
  const before = connections();
  await red.deploy(flow);
  await eventually('the broker', () => Promise.resolve(connections() > before || undefined));
}

/** What a debug node has shown so far. */
function shownBy(red: RunningNodeRed, name: string): string[] {
  const head = `[info] [debug:${name}] `;
  const entries = red.log().split(/^\d{1,2} \w{3} \d\d:\d\d:\d\d - /m);
  return entries.filter((entry) => entry.startsWith(head)).map((entry) => entry.slice(head.length).trim());
}

/** Presses a button of an example and waits for what a debug node shows next. @param button or what is done in its place */
export async function press(red: RunningNodeRed, { id }: SetUpExample, button: string | (() => void), shown: string): Promise<string> {
  const before = shownBy(red, shown).length;
  if (typeof button === 'string') await red.press(id(button));
  else button();
  const next = (): Promise<string | undefined> => Promise.resolve(shownBy(red, shown)[before]);
  return eventually(`"${shown}"`, next, 60_000).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${red.log()}`);
  });
}
