import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Resident memory of a process, MB (10^6 bytes); null if the system does not tell (only Linux does). */
export function residentMb(pid: number): number | null {
  return statusMb(pid, 'VmRSS');
}

/** The most that it ever was. */
export function peakResidentMb(pid: number): number | null {
  return statusMb(pid, 'VmHWM');
}

function statusMb(pid: number, line: 'VmRSS' | 'VmHWM'): number | null {
  const kilobytes = new RegExp(`^${line}:\\s+(\\d+) kB$`, 'm').exec(read(join('/proc', String(pid), 'status')))?.[1];
  return kilobytes === undefined ? null : (Number(kilobytes) * 1024) / 1e6;
}

/** CPU time of all threads of a process until now, ms; null if the system does not tell. */
export function cpuMsOf(pid: number): number | null {
  const tasks = join('/proc', String(pid), 'task');
  let nanoseconds = 0;
  for (const task of list(tasks)) {
    const [spent] = read(join(tasks, task, 'schedstat')).split(' ');
    // Some kernels do not have it.
    if (spent === undefined || spent === '') return null;
    nanoseconds += Number(spent);
  }
  return nanoseconds === 0 ? null : nanoseconds / 1e6;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Reads a file of /proc. Empty if the process has ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
