import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_FEATURES } from '../pipeline/default-features';
import type { Job } from './jobs';
import { packageRoot } from '../base/package-root';

/** Runs code before somebody waits for it, so that V8 has compiled it. */
export interface WarmUp {
  /** A job has come. */
  pause(): void;
  /** The job is done. */
  resume(): void;
}

export interface WarmUpOptions {
  /** Idle time before it begins, ms. */
  readonly idleMs?: number;
  readonly jobs?: () => Promise<Job[]>;
}

const IDLE_MS = 200;
/** ms; an order that has come meanwhile is read between two jobs. */
const PAUSE_MS = 2;
/** After ten rounds V8 has compiled the code of all stages: the first round takes ten times as long as the tenth. */
const ROUNDS = 10;
const HEADER_BYTES = 44;
/** The first second of a bundled recording, 16 bits at 16 kHz: enough to go through all stages. */
const HEARD_BYTES = HEADER_BYTES + 32_000;

/** The stages of a learner's recording, ten times. */
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

/** Runs jobs on a bundled recording while the engine idles, so that the first learner does not wait for the compiler. A job
 *  that comes meanwhile waits for one of them at most. */
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
      // A warm-up only saves time. The first order will report what is wrong.
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
