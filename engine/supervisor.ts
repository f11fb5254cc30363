import { fillSentence, PronError } from '../pipeline/errors';
import { childArguments } from './backend-choice';
import { startProcess, type Death, type EngineProcess, type ProcessListeners } from './engine-process';
import { withExactSizes } from './exact-size';
import type { Job, ResultOf } from './jobs';
import { rebuildError, type Report } from './protocol';

export interface RunOptions {
  /** Longest time in the child, ms; 30,000 by default. Waiting for its turn does not count. */
  readonly timeoutMs?: number;
  /** Work has been done already on what the job is about: it goes before jobs that begin something. */
  readonly begun?: boolean;
}

export interface SupervisorOptions {
  /** Jobs that may wait while one runs, of those that begin something. */
  readonly maxWaiting?: number;
  /** The same, of those that go on with something. */
  readonly maxBegun?: number;
  /** For tests: what to start. */
  readonly start?: (args: readonly string[], listeners: ProcessListeners) => EngineProcess;
}

/** Runs jobs in a child process, one at a time, and starts it again when it died. Those that go on with something
 *  come before those that begin something, either kind in its order. */
export interface Supervisor {
  run<J extends Job>(job: J, owner: symbol, options?: RunOptions): Promise<ResultOf<J>>;
  /** Rejects all jobs of one owner with PRON_CLOSED; one that runs goes on unheard. */
  drop(owner: symbol): void;
  /** Rejects all jobs with PRON_CLOSED and ends the child. A later job starts another. */
  stop(): Promise<void>;
  /** The child's, while there is one. */
  readonly pid: number | undefined;
}

interface Pending {
  readonly job: Job;
  readonly owner: symbol;
  readonly timeoutMs: number;
  readonly begun: boolean;
  readonly resolve: (result: never) => void;
  readonly reject: (error: PronError) => void;
}

/** A class of fifty that speaks at the same moment. */
const DEFAULT_MAX_WAITING = 64;
/** Only flows that make many messages of one come so far: of those that began, few wait at a time. */
const DEFAULT_MAX_BEGUN = 128;
const DEFAULT_TIMEOUT_MS = 30_000;
/** A Pi Zero with a slow card needs seconds to start Node.js. */
const START_LIMIT_MS = 30_000;

export function createSupervisor(options: SupervisorOptions = {}): Supervisor {
  const { maxWaiting = DEFAULT_MAX_WAITING, maxBegun = DEFAULT_MAX_BEGUN, start = startProcess } = options;
  /** Those that go on come first. */
  let waiting: Pending[] = [];
  let current: Pending | undefined;
  let child: EngineProcess | undefined;
  let ready = false;
  let timer: NodeJS.Timeout | undefined;
  let orders = 0;
  let nativeFault: string | undefined;
  const ending = new Set<Promise<void>>();

  /** Starts the next job if none runs. Each start of a child costs a job, so that a child that always dies
   *  can't be started for ever. */
  function next(): void {
    if (current !== undefined) return;
    const pending = waiting.shift();
    if (pending === undefined) return;
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
        if (started === child) hear(report);
      },
      onEnd: (death) => {
        if (started === child) mourn(death);
      },
    });
    return started;
  }

  function hear(report: Report): void {
    if (report.type === 'ready') {
      ready = true;
      if (current !== undefined) setTimer(current.timeoutMs);
      return;
    }
    const pending = current;
    if (pending === undefined || report.id !== orders) return;
    if (report.type === 'failed') finish(() => pending.reject(rebuildError(report.error)));
    else finish(() => pending.resolve(withExactSizes(report.result) as never)); // the child keeps to JobTable
  }

  function mourn(death: Death): void {
    child = undefined;
    const pending = current;
    if (pending === undefined) return;
    // Only comparisons run native code that may not fit the machine.
    if (death.byNativeFault && pending.job.kind === 'score') nativeFault = fillSentence('native inference ended by {reason}', { reason: death.reason });
    const details = { job: pending.job.kind, reason: death.reason };
    finish(() => pending.reject(new PronError('PRON_ENGINE_DIED', details)));
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

  /** Settles the running job and goes on with the next. */
  function finish(settle: () => void): void {
    clearTimeout(timer);
    current = undefined;
    child?.holdParent(false);
    settle();
    next();
  }

  function endChild(): void {
    if (child === undefined) return;
    child.holdParent(true); // whoever awaits the end must not be ended by an empty event loop first
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
        const goingOn = waiting.filter((pending) => pending.begun).length;
        const alike = begun ? goingOn : waiting.length - goingOn;
        if (current !== undefined && alike >= (begun ? maxBegun : maxWaiting)) {
          reject(new PronError('PRON_BUSY', { waiting: alike }));
          return;
        }
        waiting.splice(begun ? goingOn : waiting.length, 0, { job, owner, timeoutMs, begun, resolve, reject });
        next();
      });
    },
    drop(owner) {
      const dropped = waiting.filter((pending) => pending.owner === owner);
      waiting = waiting.filter((pending) => pending.owner !== owner);
      dropped.forEach(refuse);
      if (current?.owner === owner) refuse(current);
    },
    async stop() {
      const left = waiting;
      waiting = [];
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
