import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlowNode } from './flow';

/** A message at the end of the flow: a score, a verdict or an error. */
export interface Outcome {
  readonly event: 'score';
  /** Time since the last message was sent in. */
  readonly ms: number;
  readonly payload: string;
  readonly backend: string | null;
  /** Code of the error. */
  readonly code: string | null;
}

/** A report of trials/bench/flow/probe.js. */
export type Report =
  | Outcome
  | { readonly event: 'started' }
  | { readonly event: 'late'; readonly late: readonly number[] };

/** An order to the probe. */
export type Order =
  | { readonly order: 'command'; readonly payload: 'start' | 'stop' }
  | { readonly order: 'learner' | 'reference'; readonly wav: string }
  | { readonly order: 'watch' | 'end-watch' };

/** A Node-RED of the bench, with the probe in its flow. */
export interface BenchNodeRed {
  readonly pid: number;
  /** When its program was started, by the clock of this process. */
  readonly startedAt: number;
  order(order: Order): void;
  /** Resolves to the next report of this kind. Throws if Node-RED ends or sends no report for a minute. */
  next<E extends Report['event']>(event: E): Promise<Extract<Report, { event: E }>>;
  stop(): Promise<void>;
}

const ROOT = join(__dirname, '..', '..', '..');
const LIMIT_MS = 60_000;

/** @param isOurs whether it loads this checkout's nodes. The probe is always loaded. */
export async function startBenchNodeRed(
  flow: readonly FlowNode[],
  isOurs: boolean,
  env: Readonly<Record<string, string>> = {},
): Promise<BenchNodeRed> {
  const { findFreePort } = await import('../../../tools/lib/ports.mjs');
  const { startNodeRed, stopNodeRed } = await import('../../../tools/lib/node-red.mjs');
  const userDir = mkdtempSync(join(tmpdir(), 'pron-bench-'));
  const settings = join(userDir, 'settings.js');
  const shared = JSON.stringify(join(ROOT, 'tools', 'lib', 'node-red-settings.cjs'));
  const folders = JSON.stringify(isOurs ? [ROOT, __dirname] : [__dirname]);
  writeFileSync(settings, `const settings = module.exports = require(${shared});\nsettings.nodesDir = ${folders};\n`);
  writeFileSync(join(userDir, 'flows.json'), JSON.stringify(flow));

  const port = await findFreePort(0);
  const startedAt = performance.now();
  const child = startNodeRed({ userDir, port, settings, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (log += text.toString()));
  const heard: Report[] = [];
  let wake: (() => void) | undefined;
  child.on('message', (report) => {
    heard.push(report as Report); // only the probe writes to the channel
    wake?.();
  });
  child.on('exit', () => wake?.());

  return {
    pid: child.pid ?? 0,
    startedAt,
    order: (order) => void child.send(order),
    async next(event) {
      const end = performance.now() + LIMIT_MS;
      for (;;) {
        const at = heard.findIndex((report) => report.event === event);
        const [found] = at < 0 ? [] : heard.splice(at, 1);
        if (found !== undefined) return found as never; // it is of that event
        if (child.exitCode !== null || performance.now() > end) throw new Error(`Node-RED said nothing of "${event}".\n${log}`);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 1000);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    },
    async stop() {
      await stopNodeRed(child);
      rmSync(userDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
