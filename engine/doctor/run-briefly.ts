import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const LIMIT_MS = 2000;

/** The first line of what a program says of its version; undefined where it does not start or answer. */
export async function versionOf(program: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const env = { ...process.env, LC_ALL: 'C' };
    const { stdout } = await run(program, ['--version'], { env, timeout: LIMIT_MS, killSignal: 'SIGKILL', signal, windowsHide: true });
    return /\d[\w.-]*/.exec(stdout)?.[0];
  } catch {
    return undefined;
  }
}
