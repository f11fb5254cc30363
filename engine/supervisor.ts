import { fillSentence, PronError } from '../base/errors';
import { childArguments } from './backend-choice';
import { startProcess, type Death, type EngineProcess, type ProcessListeners } from './engine-process';
import { withExactSizes } from './exact-size';
import { createJobQueue, type Queued, type QueueLimits } from './job-queue';
import type { Job, ResultOf } from './jobs';
import { rebuildError, type Report } from './protocol';

export interface RunOptions {
  /** Time limit in the child, ms; 30,000 by default. The time in the queue does not count. */
  readonly timeoutMs?: number;
  /** A stage has already worked on this recording, so the job goes before jobs of new recordings. */
  readonly begun?: boolean;
}

export interface SupervisorOptions extends QueueLimits {
  /** For tests: replaces the function that starts a child. */
  readonly start?: (args: readonly string[], listeners: ProcessListeners) => EngineProcess;
}

/** Runs jobs in a child process, one at a time, with a bounded queue. Starts a new child after the old one has died. */
export interface Supervisor {
  run<J extends Job>(job: J, owner: symbol, options?: RunOptions): Promise<ResultOf<J>>;
  /** Rejects all jobs of one owner with PRON_CLOSED. A running job continues, but its result is ignored. */
  drop(owner: symbol): void;
  /** Rejects all jobs with PRON_CLOSED and ends the child. A later job starts another. */
  stop(): Promise<void>;
  /** The child's process id, while there is a child. */
  readonly pid: number | undefined;
}

interface Pending extends Queued {
  readonly owner: symbol;
  readonly timeoutMs: number;
  /** A child has reported that it started the job. */
  accepted: boolean;
  /** A child died before it accepted the job, so the job was sent to the next child. */
  requeued: boolean;
  readonly resolve: (result: never) => void;
  readonly reject: (error: PronError) => void;
}

const DEFAULT_TIMEOUT_MS = 30_000;
/** A Pi Zero with a slow card needs seconds to start Node.js. */
const START_LIMIT_MS = 30_000;

export function createSupervisor(options: SupervisorOptions = {}): Supervisor {
  const { start = startProcess, ...limits } = options;
  const queue = createJobQueue<Pending>(limits);
  let current: Pending | undefined;
  let child: EngineProcess | undefined;
  let ready = false;
  let timer: NodeJS.Timeout | undefined;
  let orders = 0;
  let nativeFault: string | undefined;
  const ending = new Set<Promise<void>>();

  /** Starts a job. Call it only when no job runs. A child that dies fails its job, so a child that always dies is not restarted
   *  for ever. */
  function begin(pending: Pending): void {
    current = pending;
    child ??= startChild();
    child.holdParent(true);
    setTimer(ready ? pending.timeoutMs : START_LIMIT_MS);
    try {
      child.send({ id: ++orders, job: pending.job });
    } catch (error) {
      finish(() => pending.reject(new PronError('PRON_INTERNAL', { reason: (error as Error).message })));
    }
  }

  function startChild(): EngineProcess {
    ready = false;
    const started = start(childArguments(nativeFault), {
      onReport: (report) => {
        if (started === child) onReport(report);
      },
      onEnd: (death) => {
        if (started === child) onChildExit(death);
      },
    });
    return started;
  }

  function onReport(report: Report): void {
    if (report.type === 'ready') {
      ready = true;
      if (current !== undefined) setTimer(current.timeoutMs);
      return;
    }
    const pending = current;
    if (pending === undefined || report.id !== orders) return;
    if (report.type === 'accepted') pending.accepted = true;
    else if (report.type === 'failed') finish(() => pending.reject(rebuildError(report.error)));
    else finish(() => pending.resolve(withExactSizes(report.result) as never)); // the child keeps to JobTable
  }

  function onChildExit(death: Death): void {
    child = undefined;
    const pending = current;
    if (pending === undefined) return;
    if (ready && !pending.accepted && !pending.requeued) {
      requeue(pending);
      return;
    }
    // Only comparisons run native code that this machine may not support.
    const isInference = pending.job.kind === 'score' || pending.job.kind === 'prepare';
    if (death.byNativeFault && isInference) nativeFault = fillSentence('native inference ended by {reason}', { reason: death.reason });
    const details = { job: pending.job.kind, reason: death.reason };
    const code = death.neverStarted === true ? 'PRON_ENGINE_START' : 'PRON_ENGINE_DIED';
    finish(() => pending.reject(new PronError(code, details)));
  }

  /** Sends a job to a new child, because the old one may have died unnoticed while it was idle. Done only once for each job,
   *  because the job itself may be what kills a child. */
  function requeue(pending: Pending): void {
    pending.requeued = true;
    begin(pending);
  }

  function setTimer(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const pending = current;
      if (pending === undefined) return;
      endChild();
      finish(() => pending.reject(new PronError('PRON_TIMEOUT', { job: pending.job.kind, seconds: ms / 1000 })));
    }, ms);
  }

  /** Settles the running job and starts the next one. */
  function finish(settle: () => void): void {
    clearTimeout(timer);
    current = undefined;
    child?.holdParent(false);
    settle();
    const next = queue.next();
    if (next !== undefined) begin(next);
  }

  function endChild(): void {
    if (child === undefined) return;
    child.holdParent(true); // otherwise this process could exit before the child has ended
    const end = child.kill().finally(() => ending.delete(end));
    ending.add(end);
    child = undefined;
  }

  function refuse(pending: Pending): void {
    pending.reject(new PronError('PRON_CLOSED', { job: pending.job.kind }));
  }

  return {
    run(job, owner, { timeoutMs = DEFAULT_TIMEOUT_MS, begun = false } = {}) {
      return new Promise((resolve, reject) => {
        const pending = { job, owner, timeoutMs, begun, accepted: false, requeued: false, resolve, reject };
        if (current === undefined) begin(pending);
        else queue.add(pending);
      });
    },
    drop(owner) {
      queue.clear((pending) => pending.owner === owner).forEach(refuse);
      if (current?.owner === owner) refuse(current);
    },
    async stop() {
      const left = queue.clear();
      if (current !== undefined) left.unshift(current);
      current = undefined;
      clearTimeout(timer);
      endChild();
      left.forEach(refuse);
      await Promise.all(ending);
    },
    get pid() {
      return child?.pid;
    },
  };
}
