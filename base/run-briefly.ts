import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface RunLimits {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Runs a program that takes no input and resolves to what it says, in English. Rejects where it can't be started, fails,
 *  takes too long or is called off; by then it has ended. */
export async function runBriefly(program: string, args: readonly string[], { timeoutMs, signal }: RunLimits): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C' };
  const options = { env, timeout: timeoutMs, killSignal: 'SIGKILL', windowsHide: true, ...(signal && { signal }) } as const;
  const running = run(program, args, options);
  const { child } = running;
  try {
    return (await running).stdout;
  } catch (error) {
    // What is called off is told at once, and the program is only asked to end, whatever `killSignal` says.
    child.kill('SIGKILL');
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    throw error;
  }
}
