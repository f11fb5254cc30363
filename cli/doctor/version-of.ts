import { outputOf } from '../../base/run-process';

const LIMIT_MS = 2000;

/** The number in what a program says of its version; undefined where it does not start or answer. */
export async function versionOf(program: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return /\d[\w.-]*/.exec(await outputOf(program, ['--version'], { timeoutMs: LIMIT_MS, signal }))?.[0];
  } catch {
    return undefined;
  }
}
