import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Overview } from '../../nodes/class/overview';
import { CLASS } from '../nodes/all-nodes';
import { scoredMessage, type MadeResult } from './class-messages';
import { CAUGHT, startFlow, stopFlow, type FlowNode, type Received, type RunningFlow } from './node-red';

export const PIN = '246810';

/** What a class sends, with the properties that lead it to a page. */
export type Sent = Received & { readonly topic: string; readonly filename?: string; readonly pin?: unknown; readonly recording?: unknown; readonly _client?: unknown };

/** A flow with one class node `n` and a user directory of its own, which stays until `remove`. */
export interface ClassFlow {
  readonly flow: () => RunningFlow;
  readonly userDir: string;
  /** The class's folder. */
  readonly folder: (name?: string) => string;
  readonly nodes: (settings: object) => FlowNode[];
  readonly start: (settings?: object, credentials?: { readonly pin?: string; readonly language?: string }) => Promise<void>;
  /** Sends a message and waits for the answer to the learner, or the error. */
  readonly learner: (msg: object) => Promise<Sent>;
  /** Sends a message with the PIN and waits for the answer to the teacher, or the error. */
  readonly teacher: (topic: string, more?: object) => Promise<Sent>;
  readonly joins: (session: string, payload: unknown) => Promise<Sent>;
  readonly result: (made: MadeResult) => Promise<Sent>;
  readonly overview: (payload?: unknown) => Promise<Overview>;
  /** Seat, tries and best points of every row. */
  readonly rows: () => Promise<unknown[]>;
  readonly remove: () => Promise<void>;
}

export function classFlow(): ClassFlow {
  const userDir = mkdtempSync(join(tmpdir(), 'pron-class-'));
  let running: RunningFlow | undefined;
  const flow = (): RunningFlow => {
    if (running === undefined) throw new Error('The flow is not started.');
    return running;
  };
  const nodes = (settings: object): FlowNode[] => [
    { id: 'n', type: 'pron-class', ...settings, wires: [['teacher'], ['learner']] },
    { id: 'teacher', type: 'helper' },
    { id: 'learner', type: 'helper' },
  ];
  const learner = async (msg: object): Promise<Sent> => {
    flow().send('n', msg);
    return (await flow().next('learner', CAUGHT)) as Sent;
  };
  const teacher = async (topic: string, more: object = {}): Promise<Sent> => {
    flow().send('n', { topic, pin: PIN, ...more });
    return (await flow().next('teacher', CAUGHT)) as Sent;
  };
  /** A change may have sent the page that asked before an older or another view. */
  const overview = async (payload: unknown = 'all'): Promise<Overview> => {
    flow().waiting('teacher').length = 0;
    let seen = (await teacher('overview', { payload })).payload as Overview;
    while ((payload === 'all') !== (seen.of === 'all')) seen = ((await flow().next('teacher', CAUGHT)) as Sent).payload as Overview;
    return seen;
  };
  return {
    flow,
    userDir,
    folder: (name = 'class') => join(userDir, 'pronunciation', 'classes', name),
    nodes,
    start: async (settings = {}, { pin = PIN, language = 'en-US' } = {}) => {
      running = await startFlow([CLASS], nodes(settings), { userDir, language, credentials: { n: { pin } } });
    },
    learner,
    teacher,
    joins: (session, payload) => learner({ topic: 'join', payload, pronunciation: { session } }),
    result: (made) => learner(scoredMessage(made)),
    overview,
    rows: async () => (await overview()).seats.map(({ seat, tries, best }) => [seat, tries, best]),
    remove: async () => {
      await stopFlow();
      rmSync(userDir, { recursive: true, force: true });
    },
  };
}
