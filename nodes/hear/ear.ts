import type { Engine, RunOptions } from '../../engine/engine';
import type { HearJob, HearResult } from '../../engine/jobs';
import { earFault } from '../../models/ear';

/** The ear in the engine, as one node knows it. */
export interface Ear {
  /** Whether it is here, and this node has already loaded or used it. */
  readonly isLoaded: () => boolean;
  /** @throws PronError PRON_NO_EAR, PRON_EAR_BROKEN, or as `Engine.run` */
  readonly load: () => Promise<void>;
  /** @throws PronError as `load`, or an error of the job */
  readonly hear: (job: HearJob, turn: RunOptions) => Promise<HearResult>;
}

export function createEar(engine: Engine): Ear {
  /** The engine's process that has the ear: another one would have to load it again. */
  let loadedIn: number | undefined;

  async function withEar<Result>(run: () => Promise<Result>): Promise<Result> {
    const fault = earFault();
    if (fault !== null) throw fault;
    const result = await run();
    loadedIn = engine.pid;
    return result;
  }

  return {
    isLoaded: () => loadedIn !== undefined && loadedIn === engine.pid,
    load: async () => {
      await withEar(() => engine.run({ kind: 'load-ear' }));
    },
    hear: (job, turn) => withEar(() => engine.run(job, turn)),
  };
}
