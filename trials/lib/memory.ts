import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The memory of a process after a forced garbage collection, bytes. */
export interface Memory {
  /** Resident size. */
  readonly rss: number;
  readonly heapUsed: number;
  /** Outside V8's heap, array buffers included. */
  readonly external: number;
}

const PROBE = join(__dirname, 'memory-probe.cjs');
const ANSWER_LIMIT_MS = 20_000;
const POLL_MS = 20;

/** The environment for a Node-RED that should answer `memoryOf`, with all of its Node.js children. @param folder for answers */
export function probeEnvironment(folder: string): Readonly<Record<string, string>> {
  // NODE_OPTIONS is split at spaces unless they are quoted.
  return { NODE_OPTIONS: `--require ${JSON.stringify(PROBE)}`, PRON_MEMORY_FOLDER: folder };
}

/** Makes a process that was started with `probeEnvironment` collect garbage and report its memory. Rejects if it has ended or
 *  does not answer within 20 s. */
export async function memoryOf(pid: number, folder: string): Promise<Memory> {
  const file = join(folder, `${pid}.json`);
  rmSync(file, { force: true });
  process.kill(pid, 'SIGURG');
  const end = Date.now() + ANSWER_LIMIT_MS;
  while (!existsSync(file)) {
    if (Date.now() > end) throw new Error(`Process ${pid} does not tell its memory.`);
    await pause(POLL_MS);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Memory; // written by memory-probe.cjs
}
