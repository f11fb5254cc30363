import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { pick, type Random } from '../../../base/random';
import { packageRoot } from '../../../base/package-root';
import { runNodeRed, type FlowNode } from '../../../test/system/support/node-red';
import { oddlyChanged } from '../json';
import type { Outcome } from '../outcome';

const LIMIT_MS = 20_000;
/** A line of a stack trace in the code of this package. */
const OUR_STACK_LINE = /^\s+at .*\/dist\/(?:nodes|engine|pipeline)\//mu;
/** The keys of a node that Node-RED itself reads. It crashes if an id is not a string, whatever the node's type. */
const NODE_RED_KEYS = /^\.\d+\.(?:id|type|z|g|d|wires|x|y|l|env)(?:\.|$)/;

export interface FlowTrial {
  readonly tryFlow: (random: Random) => Promise<Outcome & { readonly how: string }>;
  readonly stop: () => Promise<void>;
}

function exampleFlows(): { readonly name: string; readonly nodes: readonly FlowNode[] }[] {
  const folder = join(packageRoot(), 'examples');
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.map((name) => ({ name, nodes: JSON.parse(readFileSync(join(folder, name), 'utf8')) as FlowNode[] }));
}

/** Starts a Node-RED in a process of its own, which flow files are deployed to. */
export async function startFlows(): Promise<FlowTrial> {
  const examples = exampleFlows();
  const red = await runNodeRed();
  return {
    async tryFlow(random) {
      const { name, nodes } = pick(examples, random);
      const ours = (path: string): boolean => {
        const index = Number(/^\.(\d+)/.exec(path)?.[1]);
        return nodes[index]?.type.startsWith('pron-') === true && !NODE_RED_KEYS.test(path);
      };
      const { value, how } = oddlyChanged(withoutStart(nodes), random, ours);
      const before = red.log().length;
      const said = (): string => red.log().slice(before);
      const outcome = await deployed(red.address, value, said);
      const faults = [...outcome.faults, ...OUR_STACK_LINE.test(said()) ? [`a stack trace: ${said()}`] : []];
      if (!(await answers(red.address))) faults.push(`a crash: ${said()}`);
      return { ...outcome, faults, how: `${name}: ${how.slice(0, 300)}` };
    },
    stop: red.stop,
  };
}

/** No node starts by itself: a trial tests the deploy alone. */
function withoutStart(nodes: readonly FlowNode[]): FlowNode[] {
  return nodes.map((node) => (node.type === 'inject' ? { ...node, once: false, repeat: '' } : node));
}

/** Replaces all flows, as the editor's Deploy does, and waits until their nodes exist. */
async function deployed(address: string, flows: readonly FlowNode[], said: () => string): Promise<Outcome> {
  const answer = await fetch(`${address}/flows`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Node-RED-API-Version': 'v2' },
    body: JSON.stringify({ flows }),
    signal: AbortSignal.timeout(LIMIT_MS),
  }).catch((error: unknown) => error as Error);
  if (answer instanceof Error) return { accepted: false, faults: [`no answer to a deploy: ${answer.message}`] };
  if (!answer.ok) return { accepted: false, code: `Node-RED ${answer.status}`, faults: [] };
  const limit = performance.now() + LIMIT_MS;
  while (performance.now() < limit) {
    if (/Started flows|Waiting for missing types/u.test(said())) return { accepted: true, faults: [] };
    await pause(5);
  }
  return { accepted: false, faults: [`a hang: the flows did not start: ${said()}`] };
}

async function answers(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/settings`, { signal: AbortSignal.timeout(LIMIT_MS) }).catch(() => undefined);
  return answer?.ok === true;
}
