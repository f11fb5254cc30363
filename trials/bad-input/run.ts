import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { seededRandom, type Random } from '../../base/random';
import { acquireEngine, type Engine } from '../../engine/engine';
import { syntheticMel } from '../../test/support/mels';
import { syntheticWav } from '../../test/support/synthetic-speech';
import { startFlows } from './flows/trial';
import { startMessages } from './messages/trial';
import { createModelTrial } from './models/trial';
import type { Outcome } from './outcome';
import { startSettings } from './settings/trial';
import { createTally, type Tally } from './tally';
import { uncaught } from './uncaught';
import { oddWav } from './wavs/generate';
import { tryWav } from './wavs/trial';

type OutcomeOfInput = Outcome & { readonly how: string };
/** Tries one input for each of the random sources, in their order. */
type Trials = (randoms: readonly Random[]) => AsyncGenerator<OutcomeOfInput>;

/** The kinds of bad input with their share of the whole. */
const SHARES = { WAVs: 0.5, messages: 0.25, settings: 0.12, manifests: 0.08, models: 0.03, flows: 0.02 } as const;

export type Kind = keyof typeof SHARES;
export const KINDS = Object.keys(SHARES) as readonly Kind[];

export interface RunOptions {
  /** Number of inputs of all kinds together, or of the only kind. */
  readonly count: number;
  readonly seed: number;
  readonly only?: Kind | undefined;
  /** Index of the first input of each kind. */
  readonly from?: number;
  readonly onProgress?: (kind: Kind, done: number, count: number) => void;
}

/** Number of nodes that are deployed at once. */
const BATCH = 20;

/** Generates the inputs, gives each to the code that must handle it, and judges the outcome. */
export async function tryBadInputs({ count, seed, only, from = 0, onProgress }: RunOptions): Promise<Tally> {
  const tally = createTally();
  const stopWatch = uncaught.watch();
  try {
    for (const kind of only === undefined ? KINDS : [only]) {
      const wanted = only === undefined ? Math.round(count * SHARES[kind]) : count;
      await withTrials(kind, async (trials) => {
        for (let done = 0; done < wanted; done += BATCH) {
          const length = Math.min(BATCH, wanted - done);
          let index = from + done;
          const randoms = Array.from({ length }, (_, i) => seededRandom(seed * 1_000_003 + KINDS.indexOf(kind) * 100_003 + from + done + i));
          for await (const outcome of trials(randoms)) {
            const thrown = uncaught.take();
            tally.add({ ...outcome, kind, index: index++, faults: [...outcome.faults, ...thrown] });
          }
          onProgress?.(kind, done + length, wanted);
        }
      });
    }
  } finally {
    stopWatch();
  }
  return tally;
}

/** Starts the code under test for one kind of input, and stops it afterwards. */
async function withTrials(kind: Kind, use: (trials: Trials) => Promise<void>): Promise<void> {
  if (kind === 'messages') return withStopped(await startMessages(), ({ tryMessage }) => use(oneByOne(tryMessage)));
  if (kind === 'settings') return withStopped(await startSettings(), ({ trySettings }) => use(trySettings));
  if (kind === 'flows') return withStopped(await startFlows(), ({ tryFlow }) => use(oneByOne(tryFlow)));
  return withEngine((engine, folder) => {
    if (kind === 'WAVs') {
      const reference = syntheticMel({ seed: 1 });
      return use(oneByOne(async (random) => {
        const { bytes, how } = oddWav(random);
        return { ...(await tryWav(engine, bytes, reference, random)), how };
      }));
    }
    const { tryManifest, tryGraphs } = createModelTrial(engine, folder, syntheticWav({ seconds: 1 }));
    return use(oneByOne(kind === 'manifests' ? tryManifest : tryGraphs));
  });
}

/** An engine that must be the same process all the time, and a folder of models. */
async function withEngine(use: (engine: Engine, folder: string) => Promise<void>): Promise<void> {
  const engine = acquireEngine();
  const folder = mkdtempSync(join(tmpdir(), 'pron-odd-models-'));
  try {
    await engine.run({ kind: 'models' });
    const { pid } = engine;
    await use(engine, folder);
    // The death of a job's engine is counted with the job. This counts an engine that died between jobs.
    if (engine.pid !== pid) throw new Error(`the engine's process ${String(pid)} became ${String(engine.pid)}`);
  } finally {
    await engine.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withStopped<T extends { readonly stop: () => Promise<void> }>(started: T, use: (started: T) => Promise<void>): Promise<void> {
  try {
    await use(started);
  } finally {
    await started.stop();
  }
}

function oneByOne(attempt: (random: Random) => Promise<OutcomeOfInput>): Trials {
  return async function* (randoms) {
    for (const random of randoms) yield await attempt(random);
  };
}
