import { PronError } from '../base/errors';
import type { Job, ResultOf } from './jobs';
import { createSupervisor, type RunOptions, type Supervisor } from './supervisor';

export type { RunOptions } from './supervisor';

/** One holder's access to the engine. */
export interface Engine {
  /**
   * Runs a job in the engine's process, after those that came before it.
   * @throws PronError PRON_BUSY, PRON_TIMEOUT, PRON_ENGINE_DIED, PRON_CLOSED, or the job's own
   */
  run<J extends Job>(job: J, options?: RunOptions): Promise<ResultOf<J>>;
  /** Rejects this holder's jobs with PRON_CLOSED; resolves when, for the last holder, the process is gone. */
  release(): Promise<void>;
  /** Of the engine's process, while there is one. */
  readonly pid: number | undefined;
}

let supervisor: Supervisor | undefined;
let holders = 0;

/** Access to this process's one engine. Its process starts with the first job and ends with the last release;
 *  while it idles it does not keep this process alive. */
export function acquireEngine(): Engine {
  // Kept after a release: it knows whether native code runs on this machine.
  const shared = (supervisor ??= createSupervisor());
  const owner = Symbol('holder');
  let released: Promise<void> | undefined;
  holders++;

  async function letGo(): Promise<void> {
    shared.drop(owner);
    holders--;
    if (holders === 0) await shared.stop();
  }

  return {
    run(job, options) {
      if (released !== undefined) return Promise.reject(new PronError('PRON_CLOSED', { job: job.kind }));
      return shared.run(job, owner, options);
    },
    release() {
      released ??= letGo();
      return released;
    },
    get pid() {
      return shared.pid;
    },
  };
}
