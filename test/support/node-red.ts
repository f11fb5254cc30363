import { EventEmitter, once } from 'node:events';

import type { NodeAPI, NodeInitializer, NodeMessage, NodeStatus } from 'node-red';
import helper from 'node-red-node-test-helper';

import type { Pronunciation } from '../../nodes/lib/facts';
import type { HearResult, Score } from '../../engine/jobs';
import { nodeRedFolder } from '../../tools/lib/node-red-folder.cjs';
import { catalogueOf, translator } from './catalogue';

helper.init(require.resolve(nodeRedFolder()));

/** A node type with the function that registers it. */
export interface NodeUnderTest {
  readonly type: string;
  readonly register: NodeInitializer;
}

export interface FlowOptions {
  readonly language?: string;
  /** Node-RED's user directory. */
  readonly userDir?: string;
  /** By node. */
  readonly credentials?: Readonly<Record<string, Record<string, string>>>;
}

/** A message that came out of a flow. What it holds depends on the nodes before; a test that looks for what
 *  is not there fails. */
export interface Received extends NodeMessage {
  readonly _msgid: string;
  readonly pronunciation: Pronunciation & { readonly score: Score; readonly heard: HearResult['heard'] };
  readonly image: Buffer;
  /** From a Catch node. */
  readonly error: { readonly code: string; readonly message: string; readonly source: { readonly id: string } };
}

/** What came out of a flow, in the order in which it came. */
export interface RunningFlow {
  /** Gives a message to a node. */
  readonly send: (id: string, msg: object) => void;
  /** The next message of a collector, or of any of several, waiting for it if need be. */
  readonly next: (...collectors: string[]) => Promise<Received>;
  /** What a collector has got and nobody has taken yet. */
  readonly waiting: (collector: string) => NodeMessage[];
  /** Every status that a node has shown. */
  readonly statuses: (id: string) => NodeStatus[];
  /** What a node writes into the log from now on, as it comes. */
  readonly logged: (id: string) => readonly string[];
  /** Deploys another flow in full: every node closes and is made anew. */
  readonly deploy: (flow: readonly FlowNode[]) => Promise<void>;
}

/** Names of the collectors that every flow has: for errors through a Catch node, and for messages that
 *  were done, through a Complete node. */
export const CAUGHT = 'caught';
export const COMPLETED = 'completed';

/** A node of a flow; its `wires` are none and its place is the one page, unless it says otherwise. */
export interface FlowNode {
  readonly id: string;
  readonly type: string;
  readonly [setting: string]: unknown;
}

/**
 * Starts a flow in a real Node-RED. Nodes of the type `helper` are collectors; a Catch and a Complete node
 * watch all others. The nodes speak the language of the catalogues in the repository.
 */
export async function startFlow(
  nodes: readonly NodeUnderTest[],
  flow: readonly FlowNode[],
  options: FlowOptions = {},
): Promise<RunningFlow> {
  const { language = 'en-US', userDir, credentials } = options;
  helper.settings(userDir === undefined ? {} : { userDir });
  // The helper's types know credentials only with a callback.
  const load = helper.load.bind(helper) as (nodes: unknown, flow: unknown, credentials?: unknown) => Promise<unknown>;
  await load(nodes.map((node) => speaking(node, language)), wholeFlow(flow), credentials);
  const boxes = new Map<string, NodeMessage[]>();
  const came = new EventEmitter();
  const shown = new Map<string, NodeStatus[]>();
  const watch = (watched: readonly FlowNode[]): void => {
    for (const { id, type } of watched) {
      if (type === 'helper') collectInto(boxes, id, came);
      else watchStatus(shown, id);
    }
  };
  watch([...flow, ...COLLECTORS]);
  const boxOf = (id: string): NodeMessage[] => boxes.get(id) ?? fail(id);
  return {
    send: (id, msg) => nodeOf(id).receive(msg as NodeMessage),
    next: async (...ids) => {
      for (;;) {
        const full = ids.map(boxOf).find(({ length }) => length > 0);
        if (full !== undefined) return full.shift() as Received; // there is one
        await once(came, 'message');
      }
    },
    waiting: boxOf,
    statuses: (id) => shown.get(id) ?? fail(id),
    logged: (id) => {
      const said: string[] = [];
      const emitter: EventEmitter = nodeOf(id);
      emitter.on('call:log', (call: { readonly args: readonly unknown[] }) => said.push(String(call.args[0])));
      return said;
    },
    deploy: async (changed) => {
      await helper.setFlows(wholeFlow(changed));
      watch([...changed, ...COLLECTORS]);
    },
  };
}

const COLLECTORS: readonly FlowNode[] = [{ id: CAUGHT, type: 'helper' }, { id: COMPLETED, type: 'helper' }];

function wholeFlow(flow: readonly FlowNode[]): FlowNode[] {
  const watched = flow.filter(({ type }) => type !== 'helper').map(({ id }) => id);
  return [
    { id: 'page', type: 'tab', label: 'test' },
    ...[...flow, ...COLLECTORS].map((node) => ({ z: 'page', wires: [], ...node })),
    { id: 'watch-errors', z: 'page', type: 'catch', scope: null, uncaught: false, wires: [[CAUGHT]] },
    { id: 'watch-ends', z: 'page', type: 'complete', scope: watched, uncaught: false, wires: [[COMPLETED]] },
  ];
}

/** Stops the flow, as a deploy that removes all its nodes does. */
export async function stopFlow(): Promise<void> {
  await helper.unload();
}

/** The node of a running flow. */
export function nodeOf(id: string): ReturnType<NodeAPI['nodes']['getNode']> {
  return helper.getNode(id) ?? fail(id);
}

function collectInto(boxes: Map<string, NodeMessage[]>, id: string, came: EventEmitter): void {
  const box = boxes.get(id) ?? [];
  boxes.set(id, box);
  nodeOf(id).on('input', (msg: NodeMessage, _send: unknown, done: () => void) => {
    box.push(msg);
    came.emit('message');
    done();
  });
}

function watchStatus(shown: Map<string, NodeStatus[]>, id: string): void {
  const statuses = shown.get(id) ?? [];
  shown.set(id, statuses);
  // The helper reports each call of a node's method as an event, with the call's arguments.
  const emitter: EventEmitter = nodeOf(id);
  emitter.on('call:status', (call: { readonly args: readonly [NodeStatus] }) => statuses.push(call.args[0]));
}

/** Inside the helper a node's lookup gives keys back; in Node-RED it reads the catalogue beside the node. */
function speaking({ type, register }: NodeUnderTest, language: string): NodeInitializer {
  const translate = translator(catalogueOf(type, language));
  return (RED: NodeAPI) => register(Object.create(RED, { _: { value: translate } }) as NodeAPI);
}

function fail(id: string): never {
  throw new Error(`The flow has no node ${id}`);
}
