import { spawnSync } from 'node:child_process';
import { packageRoot } from '../../base/package-root';

const LARGEST_OUTPUT = 2 ** 26;

/** What a program of this checkout printed, as JSON. A program may end with 1 and still print its findings. */
export function jsonOf(...args: readonly string[]): unknown {
  const run = spawnSync(process.execPath, args, { cwd: packageRoot(), encoding: 'utf8', maxBuffer: LARGEST_OUTPUT });
  try {
    return JSON.parse(run.stdout);
  } catch {
    throw new Error(`${args.join(' ')} printed no JSON: ${run.stderr.trim()}`);
  }
}

/** Runs a program of the system at the terminal. Returns null if it ended well, else what went wrong. */
export function failureOf(program: string, ...args: readonly string[]): string | null {
  const { error, status } = spawnSync(program, args, { stdio: 'inherit' });
  if (error !== undefined) return `${program} cannot be started: ${error.message}`;
  return status === 0 ? null : `${program} ended with ${status ?? 'a signal'}`;
}
