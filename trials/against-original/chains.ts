import { join } from 'node:path';
import { UsageError } from '../../base/command-line/usage-error';
import { describeEnd, runProcess, type ProcessEnd } from '../../base/run-process';

/** CPU time of all threads, and time that passed, ms. */
export interface Spent {
  readonly cpu: number;
  readonly wall: number;
}

/** The original's stages, in order. */
export const STAGES = ['load', 'noise', 'trim', 'mel', 'picture', 'network'] as const;
export type Stage = (typeof STAGES)[number];
export type Pass = Readonly<Record<Stage, Spent>>;

/** What a chain's process prints. */
export interface Run {
  readonly imports: Spent;
  /** Until the network is ready. */
  readonly model: Spent;
  /** The reference, which is the first recording of the process. */
  readonly first: Spent;
  readonly passes: readonly Pass[];
  readonly peakMb: number;
  /** One for each recording of `Task.said`; none where the network is not trained. */
  readonly scores: readonly number[];
}

export interface OurRun extends Run {
  /** A learner through the nodes' jobs with their defaults: noise, vad, mel, score. */
  readonly shipped: readonly Spent[];
  /** Before the default model was loaded. */
  readonly peakOfSame: number;
  /** By the picture model that ships, with the original's parameters. */
  readonly pictureScores: readonly number[];
}

/** Absolute paths of WAV files. */
export interface Task {
  readonly learner: string;
  readonly reference: string;
  readonly repeats: number;
  /** Recordings of one sentence, and its reference. */
  readonly said: readonly string[];
  readonly saidReference: string;
}

const LIMIT_MS = 300_000;
/** Each library has a variable of its own for the number of its threads. */
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1', NUMBA_NUM_THREADS: '1' };

export const INSTALL = `Make an environment with the original's libraries on Debian, then name its Python:
  apt-get install python3-torch python3-venv
  /usr/bin/python3 -m venv --system-site-packages original
  original/bin/pip install 'numpy<2' librosa noisereduce matplotlib pillow
  npm run against-original -- --python original/bin/python`;

/**
 * @param weights a checkpoint of the original's network; without it the network has random weights, and `scores` is empty
 * @throws UsageError if the Python or one of its libraries is missing, or the run fails
 */
export async function runTheirs(python: string, task: Task, weights: string | undefined): Promise<Run> {
  const trained = weights === undefined ? [] : ['--weights', weights, '--said-reference', task.saidReference, '--said', ...task.said];
  const args = ['--learner', task.learner, '--reference', task.reference, '--repeats', String(task.repeats), ...trained];
  const end = await processOf(python, [join(__dirname, 'theirs.py'), ...args]);
  const missing = /No module named '[^']*'/.exec(end.stderr)?.[0];
  if (end.how === 'not-started' || missing !== undefined) {
    throw new UsageError(`${python} can't run the original: ${missing ?? 'there is no such program'}. ${INSTALL}`);
  }
  return printedBy('The original', end) as Run;
}

/** @throws UsageError if the run fails */
export async function runOurs(task: Task): Promise<OurRun> {
  return printedBy('Our chain', await processOf(process.execPath, [join(__dirname, 'ours.cjs'), JSON.stringify(task)])) as OurRun;
}

function processOf(program: string, args: readonly string[]): Promise<ProcessEnd> {
  return runProcess(program, args, { timeoutMs: LIMIT_MS, env: ONE_THREAD }).ended;
}

/** What theirs.py or ours.cjs printed. */
function printedBy(who: string, end: ProcessEnd): unknown {
  if (end.how === 'exited' && end.code === 0) return JSON.parse(end.stdout.toString());
  throw new UsageError(`${who} failed: ${describeEnd(end)}. It wrote: ${end.stderr.trim().split('\n').at(-1) ?? ''}`);
}
