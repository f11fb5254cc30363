import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { phrase, type ErrorDetail } from '../base/errors';
import { forkModule } from '../base/fork-module';
import { lastWords } from '../base/last-words';
import { watchProcess, type ProcessEnd } from '../base/run-process';
import { CHILD_OPTIONS, childEnvironment } from './child-memory';
import type { Order, Report } from './protocol';

export interface ProcessListeners {
  readonly onReport: (report: Report) => void;
  /** The process has ended, and all its reports have arrived. */
  readonly onEnd: (death: Death) => void;
}

export interface Death {
  /** Shown to users: the signal or exit code, and what the error output says about the cause. */
  readonly reason: ErrorDetail;
  /** The process could not be started: the machine is out of memory or of processes. */
  readonly neverStarted?: boolean;
  /** Native code used an instruction or an address that is invalid on this machine. */
  readonly byNativeFault: boolean;
}

/** A running child. */
export interface EngineProcess {
  readonly pid: number | undefined;
  /** Throws if the order can't be serialised. */
  send(order: Order): void;
  /** Sets whether the child keeps the parent's event loop alive. It should only while it has a job. */
  holdParent(hold: boolean): void;
  /** Resolves when the process has ended. Uses SIGKILL: a milder signal does not stop native code during a run, and nothing is
   *  lost, because the process stores everything in memory only. */
  kill(): Promise<void>;
}

const NATIVE_FAULTS: ReadonlySet<unknown> = new Set([
  'SIGILL', 'SIGSEGV', 'SIGBUS', 'SIGFPE',
  // Windows: access violation, illegal instruction.
  0xc0000005, 0xc000001d,
]);
const running = new Set<ChildProcess>();
let endsWithParent = false;

/** Starts engine/child. Never throws: if the process can't be started, `onEnd` is called at once. */
export function startProcess(args: readonly string[], listeners: ProcessListeners): EngineProcess {
  let child: ChildProcess | undefined;
  const start = (): ChildProcess => {
    const forked = forkModule(join(__dirname, 'child'), { args, nodeOptions: CHILD_OPTIONS, env: childEnvironment() });
    forked.on('message', (report) => listeners.onReport(report as Report)); // only engine/child writes to it
    running.add(forked);
    child = forked;
    return forked;
  };
  const run = watchProcess(start);
  killWithParent();
  const reported = run.ended.then((end) => {
    if (child !== undefined) running.delete(child);
    listeners.onEnd(deathOf(end));
  });

  return {
    pid: child?.pid,
    send(order) {
      // If the channel is closed, the process is about to end, and that settles the job.
      if (child?.connected === true) child.send(order, () => undefined);
    },
    holdParent(hold) {
      const handles = [child, child?.channel, child?.stderr as { ref?(): void; unref?(): void } | null | undefined];
      for (const handle of handles) {
        if (hold) handle?.ref?.();
        else handle?.unref?.();
      }
    },
    async kill() {
      run.kill();
      await reported;
    },
  };
}

function deathOf(end: ProcessEnd): Death {
  if (end.how === 'not-started') return { reason: end.error.message, byNativeFault: false, neverStarted: true };
  const { code, killedBy } = end.how === 'exited' ? end : { code: null, killedBy: 'SIGKILL' as const };
  const how = killedBy ?? phrase('exitCode', { code: code ?? '?' });
  const said = lastWords(end.stderr);
  return { reason: said === '' ? how : phrase('endedSaying', { how, said }), byNativeFault: NATIVE_FAULTS.has(killedBy ?? code) };
}

/** The child also notices by itself that its parent has ended; this is faster. */
function killWithParent(): void {
  if (endsWithParent) return;
  endsWithParent = true;
  process.on('exit', () => {
    for (const child of running) child.kill('SIGKILL');
  });
}
