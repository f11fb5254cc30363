import { fillSentence, PronError } from '../pipeline/errors';
import { MAX_WAV_BYTES } from '../pipeline/wav';
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
  /** A child has said that it works on it. */
  taken: boolean;
  /** A child had died before it took the job, so that another one got it. */
  again: boolean;
  readonly begun: boolean;
  readonly resolve: (result: never) => void;
  readonly reject: (error: PronError) => void;
}

/** A class of fifty that speaks at the same moment. */
const DEFAULT_MAX_WAITING = 64;
/** Only flows that make many messages of one come so far: of those that began, few wait at a time. */
const DEFAULT_MAX_BEGUN = 128;
/** Of either kind. The largest recording that is accepted may wait; of larger crowds a small computer would run out of memory. */
const MAX_WAITING_BYTES = MAX_WAV_BYTES;
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
    if (report.type === 'taken') pending.taken = true;
    else if (report.type === 'failed') finish(() => pending.reject(rebuildError(report.error)));
    else finish(() => pending.resolve(withExactSizes(report.result) as never)); // the child keeps to JobTable
  }

  function mourn(death: Death): void {
    child = undefined;
    const pending = current;
    if (pending === undefined) return;
    if (ready && !pending.taken && !pending.again) {
      giveAgain(pending);
      return;
    }
    // Only comparisons run native code that may not fit the machine.
    const isInference = pending.job.kind === 'score' || pending.job.kind === 'prepare';
    if (death.byNativeFault && isInference) nativeFault = fillSentence('native inference ended by {reason}', { reason: death.reason });
    const details = { job: pending.job.kind, reason: death.reason };
    const code = death.neverBegan === true ? 'PRON_ENGINE_START' : 'PRON_ENGINE_DIED';
    finish(() => pending.reject(new PronError(code, details)));
  }

  /** For a child that died while it idled, unnoticed until it was needed. Once only: it may be the job's arrival
   *  that ends the child. */
  function giveAgain(pending: Pending): void {
    pending.again = true;
    waiting.unshift(pending);
    finish(() => undefined);
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
        const alike = begun ? waiting.slice(0, goingOn) : waiting.slice(goingOn);
        const bytes = alike.reduce((sum, pending) => sum + bytesIn(pending.job), bytesIn(job));
        if (current !== undefined && (alike.length >= (begun ? maxBegun : maxWaiting) || bytes > MAX_WAITING_BYTES)) {
          reject(new PronError('PRON_BUSY', { waiting: alike.length }));
          return;
        }
        const place = begun ? goingOn : waiting.length;
        waiting.splice(place, 0, { job, owner, timeoutMs, begun, taken: false, again: false, resolve, reject });
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

/** Of the recordings and spectrograms in a job, which are all that can be large. */
function bytesIn(value: object): number {
  return Object.values(value).reduce<number>((sum, inner: unknown) => {
    if (ArrayBuffer.isView(inner)) return sum + inner.byteLength;
    const isMel = typeof inner === 'object' && inner !== null && 'data' in inner;
    return isMel ? sum + bytesIn(inner) : sum;
  }, 0);
}
