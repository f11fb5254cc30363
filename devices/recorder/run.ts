import { PronError } from '../../base/errors';
import { afterSetup, spawnArecord, toldRate } from './arecord';
import { failureOf, lossOf, spawnFailureOf } from './failure';

export interface RunOptions {
  /** An ALSA device: `default`, `plughw:CARD=NAME,DEV=0`. */
  readonly device: string;
  /** Hz, asked for: a device that lacks it takes the nearest that it has. */
  readonly sampleRate: number;
  /** Without a sample for this long the device is given up. */
  readonly noDataMs: number;
  /** Gets whole samples, 16-bit mono, and the rate that they have. */
  readonly onData: (bytes: Buffer, rate: number) => void;
}

/** Why a run ended where nobody asked it to. */
export interface RunEnd {
  /** Whether a sample has come. */
  readonly heard: boolean;
  /** @param recordedMs audio that is lost with it */
  readonly failure: (recordedMs: number) => PronError;
}

/** One run of arecord. */
export interface Run {
  /** Asks it to end; what it has heard until now still comes. */
  stop(): void;
  /** Ends it at once; nothing more comes. */
  kill(): void;
  /** Resolves when the program has ended. */
  readonly ended: Promise<RunEnd>;
}

/** arecord needs a few ms to end; one that is stuck in a driver is killed. */
const GRACE_MS = 500;
/** What is left in the pipes of a program that has ended is read in far less. */
const DRAIN_MS = 200;
const MAX_STDERR = 16_000;
/** Samples and the rate come by two pipes; by then the rate, which is said first, has come as well. */
const RATE_MS = 100;

/** Runs arecord until it is told to end, or ends by itself. */
export function runArecord({ device, sampleRate, noDataMs, onData }: RunOptions): Run {
  const child = spawnArecord(device, sampleRate);
  let stderr = '';
  let rate: number | undefined;
  let waiting: Buffer[] = [];
  let heard = false;
  let isKilled = false;
  let isStopped = false;
  let failure: PronError | undefined;
  let noDataTimer: NodeJS.Timeout | undefined;
  let killTimer: NodeJS.Timeout | undefined;
  let drainTimer: NodeJS.Timeout | undefined;
  let rateTimer: NodeJS.Timeout | undefined;

  function kill(): void {
    isKilled = true;
    clearTimeout(noDataTimer);
    clearTimeout(rateTimer);
    child.kill('SIGKILL');
  }

  function expectData(): void {
    clearTimeout(noDataTimer);
    noDataTimer = setTimeout(() => {
      failure ??= new PronError('PRON_MIC_NO_DATA', { device, seconds: noDataMs / 1000 });
      kill();
    }, noDataMs);
  }

  /** Hands on what waits, once its rate is known. A sample that is cut in two waits for its other half. */
  function deliver(): void {
    if (rate === undefined || waiting.length === 0 || isKilled) return;
    const bytes = waiting.length === 1 && waiting[0] !== undefined ? waiting[0] : Buffer.concat(waiting);
    const whole = bytes.length - (bytes.length % 2);
    waiting = whole < bytes.length ? [bytes.subarray(whole)] : [];
    if (whole > 0) onData(bytes.subarray(0, whole), rate);
  }

  function takeRate(told: number | undefined): void {
    rate ??= told;
    deliver();
  }

  const ended = new Promise<RunEnd>((resolve) => {
    const settle = (code: number | null, signal: string | null): void => {
      for (const timer of [noDataTimer, killTimer, drainTimer, rateTimer]) clearTimeout(timer);
      takeRate(sampleRate);
      const end = signal ?? `exit code ${String(code)}`;
      resolve({
        heard,
        failure: (recordedMs) =>
          failure ?? (heard ? lossOf(device, afterSetup(stderr), end, recordedMs) : failureOf(device, stderr, end)),
      });
    };
    // Before anything else: where there are no file handles left, the child has no streams to listen to.
    child.on('error', (error) => {
      failure ??= spawnFailureOf(device, error);
      if (child.pid === undefined) settle(null, null);
    });
    child.on('close', settle);
    // Where arecord is a script, a program that it started may hold the pipes open.
    child.on('exit', () => {
      drainTimer = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, DRAIN_MS);
    });
  });

  if ((child.stdout as unknown) !== undefined) {
    child.stdout.on('data', (chunk: Buffer) => {
      heard = true;
      if (!isStopped && !isKilled) expectData();
      waiting.push(chunk);
      rateTimer ??= setTimeout(() => takeRate(sampleRate), RATE_MS);
      deliver();
    });
    child.stdout.on('error', () => undefined);
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString()).slice(-MAX_STDERR);
      takeRate(toldRate(stderr));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end();
    expectData();
  }

  return {
    stop: () => {
      isStopped = true;
      clearTimeout(noDataTimer);
      child.kill('SIGTERM');
      killTimer ??= setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    },
    kill,
    ended,
  };
}
