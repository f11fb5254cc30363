import { readdirSync, readFileSync } from 'node:fs';

/** Only Linux has /proc. */
export const canWatchProcesses = process.platform === 'linux';

/** A process as Linux shows it in /proc. */
export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  /** R, S, D, T; Z for a zombie: it has ended, and its parent has not waited for it. */
  readonly state: string;
  /** Program and arguments, separated by spaces; empty for a Z. */
  readonly command: string;
}

function factsOf(pid: number): ProcessFacts | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it is in brackets, and may hold anything.
    const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parent: Number(parent), state, command };
  } catch {
    return undefined; // it has ended meanwhile
  }
}

/** The children of a process and their descendants, including zombies. */
export function descendantsOf(pid: number): ProcessFacts[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => factsOf(Number(name)) ?? []);
  const found = new Set([pid]);
  let size: number;
  do {
    size = found.size;
    for (const one of all) if (found.has(one.parent)) found.add(one.pid);
  } while (found.size > size);
  return all.filter((one) => one.pid !== pid && found.has(one.pid));
}

/** Whether the process exists and is not a zombie. */
export function isRunning(pid: number): boolean {
  const facts = factsOf(pid);
  return facts !== undefined && facts.state !== 'Z';
}

/** How many file descriptors a process has open. */
export const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;
