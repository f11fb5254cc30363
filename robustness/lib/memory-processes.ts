import { readdirSync } from 'node:fs';

/** Linux tells about processes in files; elsewhere there is nothing to read. */
export const canWatchProcesses = process.platform === 'linux';

/** How many file descriptors a process has open. */
export const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;
