import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { freemem, homedir, totalmem } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import type { Check } from '../check';
import { ok, problem, warning, type Finding } from '../finding';
import { textOf } from '../machine-files';

const MB = 1e6;
/** The engine with the default model has up to 150 MB, the built-in voice as much while it speaks. */
const MEMORY_MB = { wanted: 300, needed: 150 };
/** Room for a flow file, a log and a new installation of the package. */
const DISK_MB = { wanted: 500, needed: 50 };
/** Pipes of a few children at once. */
const FILES_NEEDED = 256;

/** Memory that programs can get without swapping, bytes. */
function availableMemory(): number {
  const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(textOf('/proc/meminfo') ?? '')?.[1];
  return kilobytes === undefined ? freemem() : Number(kilobytes) * 1024;
}

function judged(subject: string, says: string, fix: string, freeMb: number, least: typeof MEMORY_MB): Finding {
  const facts = { freeMb };
  if (freeMb < least.needed) return problem(subject, says, fix, facts);
  return freeMb < least.wanted ? warning(subject, says, fix, facts) : ok(subject, says, facts);
}

function memory(): Finding {
  const free = Math.round(availableMemory() / MB);
  const says = `${free} MB of ${Math.round(totalmem() / MB)} MB are free.`;
  return judged('memory', says, 'End programs that are not needed, such as a browser or the desktop.', free, MEMORY_MB);
}

async function disk(userDir: string): Promise<Finding> {
  const folder = [userDir, homedir()].find((each) => existsSync(each)) ?? '/';
  const { bavail, bsize } = await statfs(folder);
  const free = Math.round((bavail * bsize) / MB);
  return judged('disk', `${free} MB are free in ${folder}.`, 'Make room: sudo apt clean.', free, DISK_MB);
}

/** A Pi has no battery-backed clock: without a network its time continues from when it was switched off. */
function clock(): Finding {
  const now = new Date();
  const installed = statSync(join(packageRoot(), 'package.json')).mtime;
  const facts = { now: now.toISOString() };
  const says = `It is ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC.`;
  if (now >= installed) return ok('clock', says, facts);
  return warning('clock', `${says.slice(0, -1)}, before this package was installed.`, 'Set it: sudo timedatectl set-ntp true.', facts);
}

function openFiles(): Finding[] {
  const limit = /^Max open files\s+(\d+)/m.exec(textOf('/proc/self/limits') ?? '')?.[1];
  if (limit === undefined) return [];
  const says = `${limit} files may be open at once.`;
  const facts = { limit: Number(limit) };
  if (Number(limit) >= FILES_NEEDED) return [ok('open files', says, facts)];
  return [warning('open files', says, `Allow at least ${FILES_NEEDED}: ulimit -n 1024 before Node-RED is started.`, facts)];
}

export const resources: Check = {
  name: 'resources',
  title: 'Memory, disk, clock',
  limitMs: 3000,
  run: async ({ userDir }) => [memory(), await disk(userDir), clock(), ...openFiles()],
};
