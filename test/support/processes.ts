import { readdirSync, readFileSync } from 'node:fs';

/** A process as /proc tells it. */
export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** `Z` for one that has ended and that its parent has not asked for. */
  readonly state: string;
}

/** All processes of this machine (Linux). */
function processes(): ProcessInfo[] {
  return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)).flatMap((pid) => {
    try {
      const [, name = '', state = '', parent] = /^\d+ \((.*)\) (\w) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return [{ pid: Number(pid), parent: Number(parent), name, state }];
    } catch {
      return []; // it has ended meanwhile
    }
  });
}

/** The children of a process, and theirs. */
export function descendantsOf(parent: number, all: readonly ProcessInfo[] = processes()): ProcessInfo[] {
  const children = all.filter((one) => one.parent === parent);
  return children.flatMap((child) => [child, ...descendantsOf(child.pid, all)]);
}

/** Whether a process runs; one that has ended and waits to be asked for does not. */
export function isRunning(pid: number): boolean {
  return processes().some((one) => one.pid === pid && one.state !== 'Z');
}
