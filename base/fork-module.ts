import { fork, type ChildProcess } from 'node:child_process';
import { extname } from 'node:path';

interface ForkOptions {
  readonly args?: readonly string[];
  /** Options of Node.js for the child. The parent's own are not passed on: an inspector's port can be opened only once. */
  readonly nodeOptions?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Whether the child's stdout is read; else it is thrown away. */
  readonly readsOutput?: boolean;
  /** Whether the child leads a process group of its own, with the processes that it starts (not on Windows). */
  readonly ownGroup?: boolean;
}

/**
 * Forks a module of this package, from the sources or from dist/, whichever the caller runs from. The child has no
 * stdin; its stderr can be read. Messages may hold typed arrays.
 * @param module path of the file without its extension
 */
export function forkModule(module: string, { args = [], nodeOptions = [], env, readsOutput = false, ownGroup = false }: ForkOptions = {}): ChildProcess {
  const extension = extname(__filename);
  return fork(module + extension, args, {
    // The sources need the same loader as in the parent.
    execArgv: [...nodeOptions, ...(extension === '.ts' ? ['--require', require.resolve('tsx/cjs')] : [])],
    env: env ?? process.env,
    serialization: 'advanced',
    detached: ownGroup && process.platform !== 'win32',
    stdio: ['ignore', readsOutput ? 'pipe' : 'ignore', 'pipe', 'ipc'],
  });
}
