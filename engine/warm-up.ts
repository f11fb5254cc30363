import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_FEATURES } from '../pipeline/default-features';
import type { Job } from './jobs';
import { packageRoot } from '../base/package-root';

/** Lets code be compiled before somebody waits for it. */
export interface WarmUp {
  /** Somebody waits now. */
  pause(): void;
  /** Nobody waits any more. */
  resume(): void;
}

export interface WarmUpOptions {
  /** Nobody has asked for anything for this long. */
  readonly idleMs?: number;
  readonly jobs?: () => Promise<Job[]>;
}

const IDLE_MS = 200;
/** An order that has come meanwhile is heard between two jobs. */
const PAUSE_MS = 2;
/** After these V8 has compiled what a recording goes through; a first one takes ten times as long as the tenth. */
const ROUNDS = 10;
const HEADER_BYTES = 44;
/** The first second of a bundled recording, 16 bits at 16 kHz: enough to go through all stages. */
const HEARD_BYTES = HEADER_BYTES + 32_000;

/** What a learner's recording goes through, again and again. */
async function rounds(): Promise<Job[]> {
  const recording = await readFile(join(packageRoot(), 'practice', 'recordings', 'ko-correct.wav'));
  const wav = Uint8Array.from(recording.subarray(0, HEARD_BYTES));
  const round: Job[] = [
    { kind: 'inspect', wav },
    { kind: 'noise', wav, options: { stationary: true } },
    { kind: 'vad', wav, options: {} },
    { kind: 'mel', wav, features: DEFAULT_FEATURES },
  ];
  return Array.from({ length: ROUNDS }, () => round).flat();
}

/** Runs jobs on a bundled recording while the engine idles, so that the first learner's does not find code that was never
 *  run. One at a time: whoever comes meanwhile waits for one at most. */
export function createWarmUp(runJob: (job: Job) => Promise<unknown>, options: WarmUpOptions = {}): WarmUp {
  const { idleMs = IDLE_MS, jobs = rounds } = options;
  let left: Job[] | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isPaused = true;
  let isRunning = false;

  async function step(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      left ??= await jobs();
      const job = left.shift();
      if (job === undefined) return;
      await runJob(job);
    } catch {
      // It only saves time. Whatever is wrong, the first order will tell.
      left = [];
    } finally {
      isRunning = false;
    }
    if (!isPaused) goOnAfter(PAUSE_MS);
  }

  function goOnAfter(ms: number): void {
    clearTimeout(timer);
    if (left?.length !== 0) timer = setTimeout(() => void step(), ms);
  }

  return {
    pause() {
      isPaused = true;
      clearTimeout(timer);
    },
    resume() {
      isPaused = false;
      goOnAfter(idleMs);
    },
  };
}
