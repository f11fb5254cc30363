import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_FEATURES } from '../pipeline/default-features';
import type { Job } from './jobs';
import { packageRoot } from '../base/package-root';

/** Runs code before a user waits for it, so that V8 has already compiled it. */
export interface WarmUp {
  /** Call this when a job comes. */
  pause(): void;
  /** Call this when the job is done. */
  resume(): void;
}

export interface WarmUpOptions {
  /** Idle time before the warm-up begins, ms. */
  readonly idleMs?: number;
  readonly jobs?: () => Promise<Job[]>;
}

const IDLE_MS = 200;
/** Pause between two jobs, ms. In the pause the process can read an order. */
const PAUSE_MS = 2;
/** After ten rounds V8 has compiled the code of all stages: the first round takes ten times as long as the tenth. */
const ROUNDS = 10;
const HEADER_BYTES = 44;
/** Header and first second of a bundled recording, 16 bits at 16 kHz: enough audio for all stages. */
const HEARD_BYTES = HEADER_BYTES + 32_000;

/** The jobs for a learner's recording, ten times. */
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

/** Runs jobs on a bundled recording while the engine is idle, so that the first learner does not wait for the compiler. A real
 *  job that comes meanwhile waits for at most one of them. */
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
      // A failed warm-up only costs time. If something is wrong, the first order reports it.
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
