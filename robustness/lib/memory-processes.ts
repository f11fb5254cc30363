import { readdirSync, readFileSync } from 'node:fs';

/** Linux tells about processes in files; elsewhere there is nothing to read. */
export const canWatchProcesses = process.platform === 'linux';

/** A process started by another one. */
export interface Child {
  readonly pid: number;
  /** Program and arguments, separated by spaces. */
  readonly command: string;
}

/** The children of a process that are still there. */
export function childrenOf(pid: number): Child[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  const pids = threads.flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' '));
  return pids.filter((text) => text !== '').map((text) => {
    return { pid: Number(text), command: read(`/proc/${text}/cmdline`).replaceAll('\0', ' ') };
  });
}

/** How many file descriptors a process has open. */
export const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

/** Empty where the process or thread has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
