import { PronError } from '../base/errors';
import type { Job, ResultOf } from './jobs';
import { createSupervisor, type RunOptions, type Supervisor } from './supervisor';

export type { RunOptions } from './supervisor';

/** One holder's access to the engine. */
export interface Engine {
  /**
   * Runs a job in the engine's process, in the order of the queue (see `RunOptions`).
   * @throws PronError PRON_BUSY, PRON_TIMEOUT, PRON_ENGINE_DIED, PRON_CLOSED, or an error of the job
   */
  run<J extends Job>(job: J, options?: RunOptions): Promise<ResultOf<J>>;
  /** Rejects this holder's jobs with PRON_CLOSED. For the last holder it ends the process, and resolves when it has ended. */
  release(): Promise<void>;
  /** Process id of the engine, while its process runs. */
  readonly pid: number | undefined;
}

let supervisor: Supervisor | undefined;
let holders = 0;

/** Gives access to the one engine of this process. The engine's process starts with the first job and ends with the last
 *  release. While it idles, it does not keep this process alive. */
export function acquireEngine(): Engine {
  // Kept after the last release, because it remembers whether native code works on this machine.
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
