import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { lastWords } from './last-words';

/** Limits of a process and the readers of its output; everything has a default. */
export interface ProcessOptions {
  /** Kills the process when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** The process is killed after this long, ms. */
  readonly timeoutMs?: number | undefined;
  /** The process is killed when it has written nothing to stdout for this long, ms. */
  readonly idleMs?: number | undefined;
  /** Time that a process has to end after it was asked to, before it is killed, ms. */
  readonly graceMs?: number;
  /** Asks the process to end where a signal is not the way: SIGTERM for a stop, SIGKILL for an end at once. */
  readonly askToEnd?: (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') => void;
  /** The process is killed when it has written more than this to stdout, bytes. */
  readonly maxOutput?: number;
  /** Gets stdout piece by piece. Without it stdout is collected for `ProcessEnd.stdout`. */
  readonly onOutput?: (chunk: Buffer) => void;
  /** Gets what stderr holds so far, each time that it has grown. */
  readonly onErrorOutput?: (stderr: string) => void;
}

export interface ProgramOptions extends ProcessOptions {
  /** Written to stdin, which is then closed. Without it stdin is empty. */
  readonly input?: string | Uint8Array;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * How a process ended: by itself or after `stop()` (`exited`), never started, or killed by us: `aborted` (the signal or
 * `kill()`), `timeout`, `idle`, `too-much-output`.
 */
export type ProcessEnd = Output & (OwnEnd | { readonly how: KillReason });

type OwnEnd =
  | { readonly how: 'exited'; readonly code: number | null; readonly killedBy: NodeJS.Signals | null }
  | { readonly how: 'not-started'; readonly error: NodeJS.ErrnoException };

type KillReason = 'aborted' | 'timeout' | 'idle' | 'too-much-output';

interface Output {
  /** All of stdout; empty where `onOutput` has read it. */
  readonly stdout: Buffer;
  /** The newest 16,000 characters of stderr. */
  readonly stderr: string;
}

export interface RunningProcess {
  /** Asks the process to end (SIGTERM); kills it after the grace time. What it still writes is read. */
  stop(): void;
  /** Ends it at once. */
  kill(): void;
  /** Resolves when the process has ended and its output has been read. Never rejects. */
  readonly ended: Promise<ProcessEnd>;
}

const MAX_STDERR = 16_000;
const GRACE_MS = 500;
/** A program that our program started may hold the pipes open. Output that is still in them arrives in far less. */
const DRAIN_MS = 200;

/**
 * Runs a program without a shell. Whatever goes wrong is a `ProcessEnd`: a missing program (ENOENT), no file handle or
 * process left (EMFILE, EAGAIN), a time limit. The process never outlives `ended`.
 */
export function runProcess(program: string, args: readonly string[], options: ProgramOptions = {}): RunningProcess {
  const { input, env } = options;
  const start = (): ChildProcess => {
    const child = spawn(program, [...args], {
      env: { ...process.env, ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    // A program that ends without reading its input is judged by its end, not by the broken pipe.
    child.stdin?.on('error', () => undefined).end(input);
    return child;
  };
  return watchProcess(start, options);
}

/** The same care for a child that `start` spawns or forks. `start` may throw. */
export function watchProcess(start: () => ChildProcess, options: ProcessOptions = {}): RunningProcess {
  const { signal, timeoutMs, idleMs, graceMs = GRACE_MS, maxOutput = Infinity, onOutput, onErrorOutput } = options;
  const chunks: Buffer[] = [];
  let size = 0;
  let stderr = '';
  let killedFor: KillReason | undefined;
  let isStopped = false;
  let isOver = false;
  const timers: Partial<Record<'limit' | 'idle' | 'grace' | 'drain', NodeJS.Timeout>> = {};
  let child: ChildProcess | undefined;
  let settle: (end: ProcessEnd) => void = () => undefined;
  const ended = new Promise<ProcessEnd>((resolve) => (settle = resolve));

  function setTimer(name: keyof typeof timers, ms: number, act: () => void): void {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(act, ms);
  }

  function askToEnd(how: 'SIGTERM' | 'SIGKILL'): void {
    if (child === undefined || isOver) return;
    if (options.askToEnd === undefined) child.kill(how);
    else options.askToEnd(child, how);
    timers.grace ??= setTimeout(() => child?.kill('SIGKILL'), graceMs);
  }

  function killFor(reason: KillReason): void {
    killedFor ??= reason;
    askToEnd('SIGKILL');
  }
  const abort = (): void => killFor('aborted');

  function expectOutput(): void {
    if (idleMs !== undefined && !isStopped) setTimer('idle', idleMs, () => killFor('idle'));
  }

  function finish(end: OwnEnd): void {
    isOver = true;
    for (const timer of Object.values(timers)) clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    const output = { stdout: Buffer.concat(chunks, size), stderr };
    settle(end.how === 'exited' && killedFor !== undefined ? { how: killedFor, ...output } : { ...end, ...output });
  }

  function listenTo(begun: ChildProcess): void {
    let hasExited = false;
    // The first listener of all: where no file handle is left, the child has no streams to listen to.
    begun.on('error', (error) => {
      // A kill that failed raises it too; only a process that never began has no end to wait for.
      if (begun.pid === undefined) finish({ how: 'not-started', error });
    });
    begun.on('close', (code, killedBy) => finish({ how: 'exited', code, killedBy }));
    const streams = [begun.stdout, begun.stderr].filter((stream): stream is Readable => Boolean(stream));
    const drain = (): void => {
      // A turn of the event loop later, so that what is readable by now has been read.
      setTimer('drain', DRAIN_MS, () => setImmediate(() => streams.forEach((stream) => stream.destroy())));
    };
    begun.on('exit', () => {
      hasExited = true;
      drain();
    });
    for (const stream of streams) {
      stream.on('error', () => undefined);
      stream.on('data', () => {
        if (hasExited) drain();
      });
    }
    begun.stdout?.on('data', (chunk: Buffer) => {
      expectOutput();
      size += chunk.length;
      if (size > maxOutput) killFor('too-much-output');
      else if (onOutput === undefined) chunks.push(chunk);
      else if (killedFor === undefined) onOutput(chunk);
    });
    begun.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-MAX_STDERR);
      onErrorOutput?.(stderr);
    });
  }

  if (signal?.aborted === true) {
    isOver = true;
    settle({ how: 'aborted', stdout: Buffer.alloc(0), stderr });
  } else {
    try {
      child = start();
      listenTo(child);
      signal?.addEventListener('abort', abort);
      if (timeoutMs !== undefined) setTimer('limit', timeoutMs, () => killFor('timeout'));
      expectOutput();
    } catch (error) {
      // Node.js throws some failures (ENOMEM, a zero byte in an argument) and raises others as an event.
      finish({ how: 'not-started', error: error as NodeJS.ErrnoException });
    }
  }

  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timers.idle);
      askToEnd('SIGTERM');
    },
    kill: abort,
    ended,
  };
}

/** Whether a program is not installed, or may not be run. */
export function isMissing({ code }: NodeJS.ErrnoException): boolean {
  return code === 'ENOENT' || code === 'EACCES';
}

/** How a process ended, for an error sentence: `exit code 1`, `SIGKILL`, or why it was not started. */
export function describeEnd(end: ProcessEnd): string {
  switch (end.how) {
    case 'exited':
      return end.killedBy ?? `exit code ${String(end.code)}`;
    case 'not-started':
      return end.error.message;
    default:
      return 'SIGKILL';
  }
}

/** A program did not start, or did not end with exit code 0. */
export class ProcessError extends Error {
  constructor(program: string, readonly end: ProcessEnd) {
    super(`${program}: ${lastWords(end.stderr) || describeEnd(end)}`);
  }
}

/**
 * What a program that takes no input writes to stdout, in the C locale. When this rejects, the program has ended.
 * @throws ProcessError
 */
export async function outputOf(program: string, args: readonly string[], limits: Pick<ProcessOptions, 'signal' | 'timeoutMs'>): Promise<string> {
  const end = await runProcess(program, args, { ...limits, env: { LC_ALL: 'C' } }).ended;
  if (end.how === 'exited' && end.code === 0) return end.stdout.toString('utf8');
  throw new ProcessError(program, end);
}
