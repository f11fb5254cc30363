import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '../../base/random';
import { eventually, type DeploymentType, type FlowNode } from '../../test/system/support/node-red';
import { ask } from '../lib/inside';
import { PROGRAM_NAMES, startBusyNodeRed, type BusyNodeRed } from './busy-node-red';
import { growths } from './growths';

export interface RedeployFigures {
  /** How many deploys found each program at work. */
  readonly foundAtWork: Readonly<Record<string, number>>;
  /** A sentence for each resource that has become more. */
  readonly left: readonly string[];
}

/** The tab stays, so that a deploy of flows or nodes has something to compare. */
const TYPES: readonly DeploymentType[] = ['full', 'flows', 'nodes'];
/** One deploy of each kind before the first count, because code that is loaded only once is not a leak. */
const WARM_UP = TYPES.length;
/** A deploy comes at a random moment up to this long after one of the programs has begun its work, ms. */
const LONGEST_MS = 300;
/** A timer of Node-RED's own may still be there just after a deploy. */
const QUIET_MS = 1000;

/** Deploys `count` times in the middle of work and compares what the process holds before and after. */
export async function redeployRun(count: number, seed = 1): Promise<RedeployFigures> {
  const red = await startBusyNodeRed();
  try {
    const random = seededRandom(seed);
    const foundAtWork: Record<string, number> = {};
    const round = async (turn: number): Promise<void> => {
      await red.press('go');
      const program = PROGRAM_NAMES[turn % PROGRAM_NAMES.length] ?? '';
      await eventually(`${program} to be at work`, () => Promise.resolve(red.atWork().includes(program) || undefined));
      await pause(LONGEST_MS * random());
      if (turn >= WARM_UP) for (const name of red.atWork()) foundAtWork[name] = (foundAtWork[name] ?? 0) + 1;
      await red.deploy(changed(red.flow, turn), TYPES[turn % TYPES.length]);
    };
    for (let turn = 0; turn < WARM_UP; turn++) await round(turn);
    const before = await census(red);
    for (let turn = WARM_UP; turn < WARM_UP + count; turn++) await round(turn);
    return { foundAtWork, left: growths(before, await census(red)) };
  } finally {
    await red.stop();
  }
}

/** Renames every second node, so that each kind of deploy has something to replace. */
function changed(flow: readonly FlowNode[], turn: number): FlowNode[] {
  return flow.map((node, i) => (node.type !== 'tab' && (i + turn) % 2 === 0 ? { ...node, name: `turn ${turn}` } : node));
}

async function census(red: BusyNodeRed): Promise<object> {
  await red.deploy(red.flow);
  await pause(QUIET_MS);
  const processes = red.processes().map(({ state, command }) => `${state} ${command}`);
  return { ...(await ask<object>(red, 'census')), processes, temporaryFiles: red.temporaryFiles() };
}
