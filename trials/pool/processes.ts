import { once } from 'node:events';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';

import { forkModule } from '../../base/fork-module';
import type { Told, Work } from './asker-child';

/** A worker's process. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  /** Resolves when it serves for the first time. */
  readonly ready: Promise<void>;
}

export function startWorkerProcess(url: string, root: string, name: string): WorkerProcess {
  const child = forkModule(join(__dirname, 'worker-child'), { args: [url, root, name] });
  child.stderr?.resume();
  return { child, ready: once(child, 'message').then(() => undefined) };
}

export interface AskerProcess {
  readonly ready: Promise<void>;
  readonly work: (work: Work) => void;
  readonly end: () => Promise<void>;
}

export function startAskerProcess(url: string, root: string, onTold: (told: Told) => void): AskerProcess {
  const child = forkModule(join(__dirname, 'asker-child'), { args: [url, root] });
  child.stderr?.resume();
  child.on('message', (told) => onTold(told as Told)); // only asker-child.ts writes to it
  return {
    ready: once(child, 'message').then(() => undefined),
    work: (work) => void child.send(work),
    end: () => endProcess(child),
  };
}

export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
