import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The checkout's top folder. */
export const ROOT = join(__dirname, '..', '..', '..');

/** A node of a flow file; what else is on it depends on its type. */
export interface FlowNode {
  readonly id: string;
  readonly type: string;
  readonly [property: string]: unknown;
}

/** What is started again: everything, the flows that have changed, or the nodes that have. */
export type DeploymentType = 'full' | 'flows' | 'nodes';

/** A Node-RED of a test's own, in a process of its own. */
export interface RunningNodeRed {
  /** The editor's. */
  readonly address: string;
  readonly userDir: string;
  readonly process: ChildProcess;
  /** Everything it has written so far. */
  readonly log: () => string;
  /** Replaces all flows, as the editor's Deploy does; throws where Node-RED refuses them. */
  readonly deploy: (nodes: readonly FlowNode[], type?: DeploymentType) => Promise<void>;
  /** Presses an inject node's button. */
  readonly press: (id: string) => Promise<void>;
  /** Ends it and starts it again, at the same address and with what it has kept. */
  readonly restart: () => Promise<void>;
  /** Ends it as a power cut does, by SIGKILL. @returns what starts it again */
  readonly cutPower: () => Promise<() => Promise<void>>;
  /** Ends it and removes its user directory. */
  readonly stop: () => Promise<void>;
}

export interface NodeRedSetUp {
  /** Prepares the user directory; without it Node-RED loads this checkout. */
  readonly install?: (userDir: string) => void;
  readonly flows?: readonly FlowNode[];
  /** Where the editor is, as Node-RED's httpAdminRoot: `/red`. */
  readonly adminRoot?: string;
  /** Further lines of the settings file, JavaScript that changes `settings`. */
  readonly settings?: string;
  /** Further variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A folder that is removed by the test itself. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'pron-system-'));

/** Starts a real Node-RED with an empty user directory and waits until it answers. */
export async function runNodeRed(setUp: NodeRedSetUp = {}): Promise<RunningNodeRed> {
  const { install, flows, adminRoot = '', settings: lines = '', env = {} } = setUp;
  const { findFreePort } = await import('../../../tools/lib/ports.mjs');
  const { startNodeRed, stopNodeRed, waitUntilUp } = await import('../../../tools/lib/node-red.mjs');
  const userDir = temporaryFolder();
  const settings = join(userDir, 'settings.js');
  const shared = JSON.stringify(join(ROOT, 'tools', 'lib', 'node-red-settings.cjs'));
  const nodesDir = install === undefined ? '' : 'settings.nodesDir = [];';
  // The editor asks the catalogue of palettes on the internet for updates, which a test must not depend on.
  const offline = 'settings.editorTheme.palette = { catalogues: [] };';
  const root = adminRoot === '' ? '' : `settings.httpAdminRoot = ${JSON.stringify(adminRoot)};`;
  const all = [`const settings = module.exports = require(${shared});`, nodesDir, offline, root, lines];
  writeFileSync(settings, `${all.join('\n')}\n`);
  install?.(userDir);
  writeFileSync(join(userDir, 'flows.json'), JSON.stringify(flows ?? []));

  const port = await findFreePort(0);
  let log = '';
  const begin = (): ChildProcess => {
    const started = startNodeRed({ userDir, port, settings, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [started.stdout, started.stderr]) stream?.on('data', (text: Buffer) => (log += text.toString()));
    return started;
  };
  let child = begin();
  const stop = async (): Promise<void> => {
    await stopNodeRed(child);
    rmSync(userDir, { recursive: true, force: true, maxRetries: 5 });
  };
  // Node-RED answers requests, also to deploy, before the nodes of the flows are there.
  const starts = (): number => log.split(/Started (?:modified )?(?:flows|nodes)/).length - 1;
  const started = async (count: number): Promise<unknown> =>
    eventually('the flows to start', () => Promise.resolve(starts() >= count || undefined), 60_000);
  try {
    const address = await waitUntilUp(child, port, adminRoot);
    await started(1);
    const startAgain = async (): Promise<void> => {
      const before = starts();
      child = begin();
      await waitUntilUp(child, port, adminRoot);
      await started(before + 1);
    };
    const post = async (path: string, body?: unknown, headers = {}): Promise<void> => {
      const answer = await fetch(`${address}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Node-RED-API-Version': 'v2', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    };
    return {
      address,
      userDir,
      get process() {
        return child;
      },
      log: () => log,
      deploy: async (nodes, type = 'full') => {
        const before = starts();
        await post('/flows', { flows: nodes }, { 'Node-RED-Deployment-Type': type });
        await started(before + 1);
      },
      restart: async () => {
        await stopNodeRed(child);
        await startAgain();
      },
      cutPower: async () => {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
        return startAgain;
      },
      press: (id) => post(`/inject/${id}`),
      stop,
    };
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${log}`);
  }
}

/** Asks `read` again and again until it gives something; throws after `limitMs`. */
export async function eventually<T>(what: string, read: () => Promise<T | undefined>, limitMs = 30_000): Promise<T> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const found = await read();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Waited ${limitMs / 1000} s for ${what}.`);
}
