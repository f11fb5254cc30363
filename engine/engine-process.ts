import { fork, type ChildProcess } from 'node:child_process';
import { extname, join } from 'node:path';
import { phrase, type ErrorDetail } from '../base/errors';
import { CHILD_OPTIONS, childEnvironment } from './child-memory';
import { lastWords } from '../base/last-words';
import type { Order, Report } from './protocol';

export interface ProcessListeners {
  readonly onReport: (report: Report) => void;
  /** The process has ended, and all its reports have arrived. */
  readonly onEnd: (death: Death) => void;
}

export interface Death {
  /** For people: the signal or exit code, and what its error output says of the cause. */
  readonly reason: ErrorDetail;
  /** No process was started: the machine has no memory or no process left for one. */
  readonly neverStarted?: boolean;
  /** Native code used an instruction or an address that this machine does not have. */
  readonly byNativeFault: boolean;
}

/** A running child. */
export interface EngineProcess {
  readonly pid: number | undefined;
  /** Throws where the order can't be serialised. */
  send(order: Order): void;
  /** Whether the child keeps the parent's event loop alive: only while a job is in it. */
  holdParent(hold: boolean): void;
  /** Resolves when the process has ended. SIGKILL loses nothing, as the process holds only memory, and nothing milder stops
   *  native code during a run. */
  kill(): Promise<void>;
}

const NATIVE_FAULTS: ReadonlySet<unknown> = new Set([
  'SIGILL', 'SIGSEGV', 'SIGBUS', 'SIGFPE',
  // Windows: access violation, illegal instruction.
  0xc0000005, 0xc000001d,
]);
/** A trace of native code follows the line that matters. */
const KEPT_ERROR_OUTPUT = 8000;

const running = new Set<ChildProcess>();
let endsWithParent = false;

/** Starts engine/child from the sources or from dist/, like this file. Never throws: a process that can't be started is
 *  reported as one that has ended. */
export function startProcess(args: readonly string[], listeners: ProcessListeners): EngineProcess {
  let child: ChildProcess;
  try {
    child = forkChild(args);
  } catch (error) {
    // Node.js throws some failures (ENOMEM) and raises others (EAGAIN, EMFILE) as an event.
    return notStarted(error as Error, listeners);
  }
  running.add(child);
  killWithParent();

  let errorOutput = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errorOutput = (errorOutput + text).slice(-KEPT_ERROR_OUTPUT);
  });
  let ended: (() => void) | undefined;
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  function onEnd(death: Death): void {
    if (!running.delete(child)) return;
    ended?.();
    listeners.onEnd(death);
  }
  child.on('message', (report) => listeners.onReport(report as Report)); // only engine/child writes to it
  child.on('error', (error) => {
    // A kill or a send that failed raises it as well. Only a process that was not started has no `close` event.
    if (child.pid === undefined) onEnd(startFailure(error));
  });
  // `close` comes after `exit`, when the last result and the last error text have arrived.
  child.on('close', (code, signal) => {
    const how = signal ?? phrase('exitCode', { code: code ?? '?' });
    const said = lastWords(errorOutput);
    onEnd({ reason: said === '' ? how : phrase('endedSaying', { how, said }), byNativeFault: NATIVE_FAULTS.has(signal ?? code) });
  });

  return {
    pid: child.pid,
    send(order) {
      // A channel that closed is followed by `close`, which settles the job.
      if (child.connected) child.send(order, () => undefined);
    },
    holdParent(hold) {
      const handles = [child, child.channel, child.stderr as { ref?(): void; unref?(): void } | null];
      for (const handle of handles) {
        if (hold) handle?.ref?.();
        else handle?.unref?.();
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await end;
    },
  };
}

function forkChild(args: readonly string[]): ChildProcess {
  const extension = extname(__filename);
  return fork(join(__dirname, `child${extension}`), args, {
    // Not the parent's own: an inspector's port can be opened only once.
    execArgv: [...CHILD_OPTIONS, ...(extension === '.ts' ? ['--require', require.resolve('tsx/cjs')] : [])],
    env: childEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function startFailure(error: Error): Death {
  return { reason: error.message, byNativeFault: false, neverStarted: true };
}

function notStarted(error: Error, listeners: ProcessListeners): EngineProcess {
  setImmediate(() => listeners.onEnd(startFailure(error)));
  return { pid: undefined, send: () => undefined, holdParent: () => undefined, kill: () => Promise.resolve() };
}

/** The child also notices by itself that its parent has ended; this is faster. */
function killWithParent(): void {
  if (endsWithParent) return;
  endsWithParent = true;
  process.on('exit', () => {
    for (const child of running) child.kill('SIGKILL');
  });
}
